import { FastForward, WandSparkles } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { minuteMs, useMinutesLeft } from '../../lib/ticker.ts';
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
export function SourceButtons({ operation, look }: SourceButtonsProps) {
  const { extendableUntil, editableUntil } = operation;
  const untils = { extend: extendableUntil, edit: editableUntil };
  // Most cards have none: those need no clock.
  return tasks.map((task) => {
    const until = untils[task];
    return until === null ? null : <TaskButton key={task} {...{ task, until, operation, look }} />;
  });
}

interface TaskButtonProps extends SourceButtonsProps {
  task: SourceTask;
  /** Milliseconds since 1970. */
  until: number;
}

function TaskButton({ task, until, operation, look }: TaskButtonProps) {
  const text = useText();
  const format = useFormat();
  const take = useSource();
  const minutesLeft = useMinutesLeft(until);
  if (minutesLeft < 0) return null;
  const Icon = icons[task];
  const label = text.card.source[task];
  const left = stretchWords(minutesLeft * minuteMs, text, format);
  const title = `${label}. ${text.compose.sourceLeft[task](left)}`;
  const onClick = (): void => {
    take(operation, task);
  };
  return look === 'icons' ? (
    <IconButton look="glass" label={label} title={title} onClick={onClick}>
      <Icon size={15} aria-hidden />
    </IconButton>
  ) : (
    <Button size="small" title={title} onClick={onClick}>
      <Icon size={14} aria-hidden />
      {label}
    </Button>
  );
}
