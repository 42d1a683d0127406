import { useEffect, useRef } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import styles from './Player.module.css';

interface ClipVideoProps {
  url: string;
  posterUrl: string | null;
  onError: () => void;
}

/** The only video element of the window. Lets go of the file as soon as it is not shown any more. */
export function ClipVideo({ url, posterUrl, onError }: ClipVideoProps) {
  const text = useText();
  const ref = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const video = ref.current;
    if (video === null) return undefined;
    video.src = url;
    return () => {
      // A video that is only taken out of the page keeps its decoder and its file open.
      video.pause();
      video.removeAttribute('src');
      video.load();
    };
  }, [url]);

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
