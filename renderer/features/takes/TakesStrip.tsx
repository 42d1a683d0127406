import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { statusWords } from '../gallery/status-words.ts';
import { PictureStrip } from './PictureStrip.tsx';

interface TakesStripProps {
  /** By their number. */
  takes: readonly Operation[];
  /** The one that is shown. */
  currentId: string;
  /** Others are seen, and cannot be gone to. */
  mayPick: (take: Operation) => boolean;
  onPick: (take: Operation) => void;
  /** The current one gets the focus when the strip appears. */
  isFocused?: boolean;
  className?: string | undefined;
}

/** All takes of a request, to be compared. */
export function TakesStrip({ takes, ...props }: TakesStripProps) {
  const text = useText();
  const format = useFormat();
  return (
    <PictureStrip
      {...props}
      label={text.takes.label}
      operations={takes}
      nameOf={(take) => {
        const number = format.number(take.group?.take ?? 1);
        return { number, name: text.takes.withState(number, statusWords(take, text)) };
      }}
    />
  );
}
