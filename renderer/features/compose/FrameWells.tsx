import { ArrowLeftRight, Repeat } from 'lucide-react';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { FrameWell } from './FrameWell.tsx';
import { useDraft } from './draft-store.ts';
import styles from './FrameWells.module.css';

/** The first and the last frame of a clip; the same one twice makes a loop. */
export function FrameWells() {
  const text = useText();
  const { image, lastFrame, setLastFrame, swapFrames } = useDraft();
  const isLoop = image !== null && lastFrame?.previewUrl === image.previewUrl;
  return (
    <div>
      <div className={styles['frames']}>
        <FrameWell slot="first" image={image} tile />
        <IconButton
          label={text.image.swap}
          className={styles['swap']}
          disabled={image === null && lastFrame === null}
          onClick={swapFrames}
        >
          <ArrowLeftRight size={15} aria-hidden />
        </IconButton>
        <FrameWell slot="last" image={lastFrame} tile />
      </div>
      <p className={styles['loop']}>
        {isLoop ? (
          text.image.isLoop
        ) : (
          <Button
            look="link"
            disabled={image === null}
            onClick={() => {
              setLastFrame(image);
            }}
          >
            <Repeat size={13} aria-hidden />
            {text.image.loop}
          </Button>
        )}
      </p>
    </div>
  );
}
