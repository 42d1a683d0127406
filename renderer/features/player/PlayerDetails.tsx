import type { ReactNode } from 'react';
import { Download, FolderOpen, ImagePlus, StepForward, Trash2, WandSparkles } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { SourceButtons } from '../compose/SourceButtons.tsx';
import { galleryId } from '../gallery/focus-after-removal.ts';
import { useClipActions } from '../gallery/use-clip-actions.ts';
import { useRemoval } from '../gallery/use-removal.ts';
import { useSettingsLine } from '../gallery/use-settings-line.ts';
import { ImageButtons } from '../images/ImageButtons.tsx';
import { UseAsMenu } from '../images/UseAsMenu.tsx';
import type { Playable } from './playable.ts';
import { useFrame } from './use-frame.ts';
import styles from './Player.module.css';

interface DetailsProps {
  clip: Playable;
  next: Playable | undefined;
  /** Stands beside the prompt. */
  children: ReactNode;
}

/** What was asked for, and what can be done with what came of it. */
export function PlayerDetails({ clip, next, children }: DetailsProps) {
  const text = useText();
  const line = useSettingsLine(clip);
  const play = useUi((state) => state.play);
  const { download, showInFolder } = useClipActions();
  const { remove } = useRemoval();
  const { prompt, negativePrompt } = clip.request;

  const deleteClip = async (): Promise<void> => {
    if (!(await remove([clip.id]))) return;
    play(next?.id ?? null);
    if (next === undefined) {
      requestAnimationFrame(() => {
        document.getElementById(galleryId)?.focus();
      });
    }
  };

  return (
    <footer className={styles['details']}>
      <div className={styles['asked']}>
        <div className={styles['words']}>
          <p>{prompt}</p>
          {negativePrompt !== null && <p className={styles['avoid']}>{text.player.avoid(negativePrompt)}</p>}
        </div>
        {children}
      </div>
      <div className={styles['row']}>
        <p className={styles['meta']}>{line}</p>
        {clip.request.medium === 'image' ? (
          <>
            <ImageButtons image={clip} look="words" />
            <UseAsMenu image={clip} />
          </>
        ) : (
          <ClipButtons clip={clip} />
        )}
        <Button size="small" onClick={() => void download(clip.id)}>
          <Download size={14} aria-hidden />
          {text.card.download}
        </Button>
        <Button size="small" onClick={() => void showInFolder(clip.id)}>
          <FolderOpen size={14} aria-hidden />
          {text.card.showInFolder}
        </Button>
        <Button size="small" onClick={() => void deleteClip()}>
          <Trash2 size={14} aria-hidden />
          {text.card.delete}
        </Button>
      </div>
    </footer>
  );
}

function ClipButtons({ clip }: { clip: Playable }) {
  const text = useText();
  const takeFrame = useFrame(clip);
  return (
    <>
      <Button size="small" title={text.player.useFrameHint} onClick={() => void takeFrame('shown')}>
        <ImagePlus size={14} aria-hidden />
        {text.player.useFrame}
      </Button>
      <Button size="small" title={text.player.useLastFrameHint} onClick={() => void takeFrame('last')}>
        <StepForward size={14} aria-hidden />
        {text.player.useLastFrame}
      </Button>
      <Button
        size="small"
        title={text.images.frameToImageHint}
        onClick={() => void takeFrame('shown', 'image')}
      >
        <WandSparkles size={14} aria-hidden />
        {text.images.frameToImage}
      </Button>
      <SourceButtons operation={clip} look="words" />
    </>
  );
}
