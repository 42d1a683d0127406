import { ClipboardCopy, Copy, Download, FolderInput, FolderOpen, RotateCcw, Trash2 } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { ImageButtons } from '../images/ImageButtons.tsx';
import { useClipActions } from '../gallery/use-clip-actions.ts';
import { useRemoval } from '../gallery/use-removal.ts';
import { isUnderWay } from '../gallery/status-words.ts';
import { useCopyText } from './use-copy-text.ts';
import { useTheseSettings } from './use-these-settings.ts';
import styles from './DetailsDialog.module.css';

export function DetailsActions({ operation }: { operation: Operation }) {
  const text = useText();
  const copyText = useCopyText();
  const takeSettings = useTheseSettings();
  const { download, showInFolder, copyFile } = useClipActions();
  const { remove } = useRemoval();
  const { id, clip, request, phase } = operation;
  const close = (): void => {
    useUi.getState().showDetails(null);
  };
  return (
    <footer className={styles['actions']}>
      <Button
        look="primary"
        onClick={() => {
          close();
          void takeSettings(operation);
        }}
      >
        <RotateCcw size={14} aria-hidden />
        {text.details.useSettings}
      </Button>
      <Button onClick={() => void copyText(request.prompt)}>
        <Copy size={14} aria-hidden />
        {text.details.copyPrompt}
      </Button>
      <span className={styles['gap']} />
      {clip !== null && (
        <>
          {request.medium === 'image' && <ImageButtons image={operation} look="plain" />}
          <IconButton label={text.card.download} onClick={() => void download(id)}>
            <Download size={15} aria-hidden />
          </IconButton>
          <IconButton label={text.card.showInFolder} onClick={() => void showInFolder(id)}>
            <FolderOpen size={15} aria-hidden />
          </IconButton>
          <IconButton label={text.details.copyFile} onClick={() => void copyFile(id)}>
            <ClipboardCopy size={15} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton
        label={text.sessions.moveTo}
        onClick={() => {
          close();
          useUi.getState().askOfSessions({ kind: 'move', operationIds: [id] });
        }}
      >
        <FolderInput size={15} aria-hidden />
      </IconButton>
      {(phase === 'queued' || !isUnderWay(operation)) && (
        <IconButton
          label={text.card.delete}
          onClick={() =>
            void remove([id]).then((isRemoved) => {
              if (isRemoved) close();
            })
          }
        >
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
    </footer>
  );
}
