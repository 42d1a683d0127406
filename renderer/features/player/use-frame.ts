import { isVideo } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { frameIntake } from '../compose/image-intake.ts';
import { imagePromptId } from '../images/generate-images.ts';
import { inputIntake } from '../images/image-draft-store.ts';
import type { Playable } from './playable.ts';
import { frameOf, goToEnd } from './take-frame.ts';

/** Takes a picture of the clip that is played: as the first frame of the next clip, or into image mode. */
export function useFrame(
  clip: Playable,
): (which: 'shown' | 'last', into?: 'video' | 'image') => Promise<void> {
  const text = useText();
  const format = useFormat();
  return async (which, into = 'video') => {
    const video = document.querySelector('video');
    if (video === null) return;
    video.pause();
    if (which === 'last') await goToEnd(video);
    const seconds = Math.floor(video.currentTime);
    const frame = await frameOf(video);
    if (frame === null) {
      useUi.getState().addToast({ kind: 'error', title: text.player.noFrame });
      return;
    }
    useUi.getState().play(null);
    useUi.getState().setMode(into);
    const ending = frame.type === 'image/png' ? 'png' : 'jpg';
    const name = `${clip.clip.fileName.replace(/\.mp4$/i, '')} ${format.elapsed(seconds).replaceAll(':', '.')}.${ending}`;
    const file = new File([frame], name, { type: frame.type });
    const words = { text, format };
    if (into === 'image') {
      if (await inputIntake.take([file], 'input', words)) document.getElementById(imagePromptId)?.focus();
      return;
    }
    useDraft.getState().setWay('start');
    if (isVideo(clip.request)) useDraft.getState().setAspectRatio(clip.request.aspectRatio);
    if (await frameIntake.take([file], 'first', words)) document.getElementById(promptId)?.focus();
  };
}
