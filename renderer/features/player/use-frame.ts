import { isVideo } from '../../../preload/contract/domain.ts';
import type { ClipInfo, Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { takeFiles } from '../compose/image-intake.ts';
import { frameOf, goToEnd } from './take-frame.ts';

type Playable = Operation & { clip: ClipInfo };

/** Continues from a picture of the clip that is played: it becomes the first frame of the next one. */
export function useFrame(clip: Playable): (which: 'shown' | 'last') => Promise<void> {
  const text = useText();
  const format = useFormat();
  return async (which) => {
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
    useUi.getState().setMode('video');
    useDraft.getState().setWay('start');
    if (isVideo(clip.request)) useDraft.getState().setAspectRatio(clip.request.aspectRatio);
    const ending = frame.type === 'image/png' ? 'png' : 'jpg';
    const name = `${clip.clip.fileName.replace(/\.mp4$/i, '')} ${format.elapsed(seconds).replaceAll(':', '.')}.${ending}`;
    const file = new File([frame], name, { type: frame.type });
    if (await takeFiles([file], 'first', { text, format })) {
      document.getElementById(promptId)?.focus();
    }
  };
}
