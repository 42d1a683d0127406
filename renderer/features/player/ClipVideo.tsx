import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import styles from './Player.module.css';

/** Where a clip was left. */
export interface Moment {
  groupId: string | null;
  seconds: number;
  isPaused: boolean;
}

interface ClipVideoProps {
  url: string;
  posterUrl: string | null;
  /** The request of which it is a take; null for one that was made alone. */
  groupId: string | null;
  /** Where another take was left: this one goes on there, so that two can be compared. */
  momentRef: RefObject<Moment | null>;
  /** Seconds, for a clip that is not a take which goes on. */
  from: number;
  onError: () => void;
}

/** The only video element of the window. Lets go of the file as soon as it is not shown any more. */
export function ClipVideo({ url, posterUrl, groupId, momentRef, from, onError }: ClipVideoProps) {
  const text = useText();
  const ref = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = ref.current;
    if (video === null) return undefined;
    const left = momentRef.current;
    video.src = url;
    if (groupId !== null && left?.groupId === groupId) {
      video.autoplay = !left.isPaused;
      video.currentTime = left.seconds;
    } else if (from > 0) {
      video.currentTime = from;
    }
    return () => {
      momentRef.current = { groupId, seconds: video.currentTime, isPaused: video.paused };
      // A video that is only taken out of the page keeps its decoder and its file open.
      video.pause();
      video.removeAttribute('src');
      video.load();
    };
  }, [url, groupId, momentRef, from]);

  return (
    <video
      ref={ref}
      className={styles['video']}
      aria-label={text.player.video}
      // Else its pictures could be shown and not taken.
      crossOrigin="anonymous"
      poster={posterUrl ?? undefined}
      controls
      autoPlay
      loop
      playsInline
      disablePictureInPicture
      controlsList="nodownload noremoteplayback noplaybackrate"
      onError={(event) => {
        // Taking the source away is not a failure.
        if (event.currentTarget.getAttribute('src') !== null) onError();
      }}
    />
  );
}
