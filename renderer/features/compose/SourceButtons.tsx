import { FastForward, WandSparkles } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { stretchWords } from '../gallery/stretch-words.ts';
import { useSource } from './use-source.ts';

const icons = { extend: FastForward, edit: WandSparkles };
const tasks = ['extend', 'edit'] as const;

interface SourceButtonsProps {
  operation: Operation;
  /** `icons` on a card; `words` where there is room. */
  look: 'icons' | 'words';
}

/** What the service can make out of a clip that it still has: a longer one, or another one. */
export function SourceButtons(props: SourceButtonsProps) {
  const { extendableUntil, editableUntil } = props.operation;
  // Most cards have none: those need no clock.
  return extendableUntil === null && editableUntil === null ? null : <Buttons {...props} />;
}

function Buttons({ operation, look }: SourceButtonsProps) {
  const text = useText();
  const format = useFormat();
  const take = useSource(operation);
  const now = useNow();
  return tasks.map((task) => {
    const until = task === 'extend' ? operation.extendableUntil : operation.editableUntil;
    if (until === null || until <= now) return null;
    const Icon = icons[task];
    const label = text.card.source[task];
    const title = `${label}. ${text.compose.sourceLeft[task](stretchWords(until - now, text, format))}`;
    const onClick = (): void => {
      take(task);
    };
    return look === 'icons' ? (
      <IconButton key={task} look="glass" label={label} title={title} onClick={onClick}>
        <Icon size={15} aria-hidden />
      </IconButton>
    ) : (
      <Button key={task} size="small" title={title} onClick={onClick}>
        <Icon size={14} aria-hidden />
        {label}
      </Button>
    );
  });
}
