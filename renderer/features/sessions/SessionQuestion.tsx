import { useUi } from '../../lib/ui-store.ts';
import { MoveClipsDialog } from './MoveClipsDialog.tsx';
import { RemoveSessionDialog } from './RemoveSessionDialog.tsx';

/** What is asked about sessions, one question at a time. */
export function SessionQuestion() {
  const question = useUi((state) => state.sessionQuestion);
  const ask = useUi((state) => state.askOfSessions);
  const close = (): void => {
    ask(null);
  };
  if (question === null) return null;
  switch (question.kind) {
    case 'remove':
      return <RemoveSessionDialog session={question.session} onClose={close} />;
    case 'move':
      return <MoveClipsDialog operationIds={question.operationIds} onClose={close} />;
  }
}
