import { FolderInput } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';

/** On a card: asks which session it goes to. What is being made can be moved as well. */
export function MoveButton({ operationId }: { operationId: string }) {
  const text = useText().sessions;
  return (
    <IconButton
      look="glass"
      label={text.moveTo}
      onClick={() => {
        useUi.getState().askOfSessions({ kind: 'move', operationIds: [operationId] });
      }}
    >
      <FolderInput size={15} aria-hidden />
    </IconButton>
  );
}
