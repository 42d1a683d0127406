import { useState } from 'react';
import type { RefObject } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { ClipVideo } from './ClipVideo.tsx';
import type { Moment } from './ClipVideo.tsx';
import type { Playable } from './playable.ts';
import styles from './Player.module.css';

/** The clip or the image itself, or that its file cannot be shown. */
export function Stage({ clip, momentRef }: { clip: Playable; momentRef: RefObject<Moment | null> }) {
  const text = useText();
  const [failed, setFailed] = useState(false);
  const from = useUi((state) => state.playFrom);
  const isImage = clip.request.medium === 'image';
  const words = isImage ? text.images : text.player;
  const fail = (): void => {
    setFailed(true);
  };
  return (
    <div className={styles['stage']}>
      {failed ? (
        <div className={styles['failed']} role="alert">
          <p className={styles['failedTitle']}>{words.failed}</p>
          <p>{words.failedHint}</p>
          <p className={styles['fileName']}>{clip.clip.fileName}</p>
        </div>
      ) : isImage ? (
        <img
          className={styles['picture']}
          src={clip.clip.url}
          alt={clip.request.prompt}
          draggable={false}
          onError={fail}
        />
      ) : (
        <ClipVideo
          url={clip.clip.url}
          posterUrl={clip.clip.posterUrl}
          groupId={clip.group?.id ?? null}
          momentRef={momentRef}
          from={from}
          onError={fail}
        />
      )}
    </div>
  );
}
