import type { Operation } from '../../../preload/contract/domain.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from './draft-store.ts';
import { promptId } from './generate.ts';
import { frameIntake } from './image-intake.ts';
import { draftSourceOf, draftSourceProblem, modelFor } from './source.ts';

/** Gives what takes a finished clip into the composer, to be extended or changed. */
export function useSource(): (operation: Operation, task: SourceTask) => void {
  const text = useText();
  return (operation, task) => {
    const { models, service, setModel, setSource } = useDraft.getState();
    const source = draftSourceOf(operation, task, models);
    const model = modelFor(models, source);
    const problem = model && draftSourceProblem(source, { model, service, now: Date.now() });
    if (model === null || problem !== null) {
      const refused = { title: text.compose.sourceRefused[task], message: problem };
      const title = text.compose.noSourceModel[task];
      useUi.getState().addToast({ kind: 'error', ...(model === null ? { title } : refused) });
      return;
    }
    useUi.getState().play(null);
    useUi.getState().setMode('video');
    frameIntake.forget();
    setModel(model.id);
    setSource(source);
    const prompt = document.getElementById(promptId);
    prompt?.focus();
    // What was asked for last is the first thing to be overwritten.
    if (prompt instanceof HTMLTextAreaElement) prompt.select();
  };
}

/** Main tells of a clip: where it is in the composer, it is judged by what it is now. */
export function renewSource(operation: Operation): void {
  const { source, models } = useDraft.getState();
  if (source?.operationId !== operation.id) return;
  useDraft.setState({ source: draftSourceOf(operation, source.task, models) });
}
