import { useState } from 'react';
import { Download, FolderOpen, Info, Trash2 } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { SourceButtons } from '../compose/SourceButtons.tsx';
import { ImageButtons } from '../images/ImageButtons.tsx';
import { CardQueueActions } from '../queue/CardQueueActions.tsx';
import { MoveButton } from '../sessions/MoveButton.tsx';
import { focusAfterRemoval } from './focus-after-removal.ts';
import { useClipActions } from './use-clip-actions.ts';
import { useRemoval } from './use-removal.ts';
import styles from './CardActions.module.css';

/** What can be done with a card. Seen under the pointer and at the focus, there for the keyboard at any time. */
export function CardActions({ operation }: { operation: Operation }) {
  const text = useText();
  const { download, showInFolder } = useClipActions();
  const { remove } = useRemoval();
  const [busy, setBusy] = useState(false);
  // What the service is working on cannot be taken back.
  const removable =
    operation.phase === 'queued' || operation.status === 'completed' || operation.status === 'error';
  const once = async (run: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await run();
    setBusy(false);
  };

  return (
    <div className={styles['actions']}>
      <SourceButtons operation={operation} look="icons" />
      {operation.clip !== null && (
        <>
          {operation.request.medium === 'image' && <ImageButtons image={operation} look="icons" />}
          <IconButton
            look="glass"
            label={text.card.download}
            onClick={() => void once(() => download(operation.id))}
          >
            <Download size={15} aria-hidden />
          </IconButton>
          <IconButton
            look="glass"
            label={text.card.showInFolder}
            onClick={() => void once(() => showInFolder(operation.id))}
          >
            <FolderOpen size={15} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton
        look="glass"
        label={text.library.details}
        onClick={() => {
          useUi.getState().showDetails(operation.id);
        }}
      >
        <Info size={15} aria-hidden />
      </IconButton>
      <CardQueueActions operation={operation} />
      <MoveButton operationId={operation.id} />
      {removable && (
        <IconButton
          look="glass"
          label={text.card.delete}
          title={
            operation.phase === 'queued' ? `${text.card.delete}: ${text.card.notSent}` : text.card.delete
          }
          onClick={(event) => {
            const focus = focusAfterRemoval(event.currentTarget);
            void once(async () => {
              if (await remove([operation.id])) focus();
            });
          }}
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
