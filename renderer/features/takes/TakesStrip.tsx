import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { statusWords } from '../gallery/status-words.ts';
import { PictureStrip } from './PictureStrip.tsx';
import type { StripProps } from './PictureStrip.tsx';

interface TakesStripProps extends StripProps {
  /** By their number. */
  takes: readonly Operation[];
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
