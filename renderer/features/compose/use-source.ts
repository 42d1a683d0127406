import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from './draft-store.ts';
import { promptId } from './generate.ts';
import { forgetIntake } from './image-intake.ts';
import { modelFor, sourceOf } from './source.ts';
import type { DraftSource } from './ways.ts';

/** Takes a finished clip into the composer, to be extended or changed. */
export function useSource(operation: Operation): (task: DraftSource['task']) => void {
  const text = useText();
  return (task) => {
    const { models, setModel, setSource } = useDraft.getState();
    const source = sourceOf(operation, task);
    const model = modelFor(models, operation, task);
    if (source === null || model === null) {
      const title = source === null ? text.compose.sourceExpired[task] : text.compose.noSourceModel[task];
      useUi.getState().addToast({ kind: 'error', title });
      return;
    }
    useUi.getState().play(null);
    useUi.getState().setMode('video');
    forgetIntake();
    setModel(model.id);
    setSource(source);
    const prompt = document.getElementById(promptId);
    prompt?.focus();
    // What was asked for last is the first thing to be overwritten.
    if (prompt instanceof HTMLTextAreaElement) prompt.select();
  };
}
