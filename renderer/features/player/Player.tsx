import { useEffect, useId, useMemo, useRef } from 'react';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useLibrary, wantRows } from '../gallery/library-source.ts';
import { useMade } from '../gallery/use-made.ts';
import { useVersions, VersionStrip } from '../images/VersionStrip.tsx';
import { TakesStrip } from '../takes/TakesStrip.tsx';
import { useKnown, useOneOperation, useTakes } from '../takes/use-takes.ts';
import type { Moment } from './ClipVideo.tsx';
import { PlayerDetails } from './PlayerDetails.tsx';
import { isPlayable } from './playable.ts';
import type { Playable } from './playable.ts';
import { Stage } from './Stage.tsx';
import styles from './Player.module.css';

/** So many rows on each side of the clip are there, so that the next one is at hand. */
const around = 20;

/** Shows the clip that the window plays, or the image that it shows; nothing when there is none, or when it has gone. */
export function Player() {
  const playingId = useUi((state) => state.playingId);
  const rows = useLibrary((state) => state.rows);
  const total = useLibrary((state) => state.total) ?? 0;
  const places = useMemo(
    () =>
      [...rows]
        .sort(([one], [other]) => one - other)
        .flatMap(([place, operation]) => (isPlayable(operation) ? [{ place, clip: operation }] : [])),
    [rows],
  );
  const index = places.findIndex(({ clip }) => clip.id === playingId);
  const at = places[index]?.place ?? null;
  useEffect(() => {
    wantRows('player', at === null ? null : { first: Math.max(0, at - around), last: at + around });
  }, [at]);
  const found = places[index];
  // A take may stand elsewhere in the library than what the gallery shows.
  const one = useOneOperation(found === undefined ? playingId : null);
  const clip = found?.clip ?? one;
  if (clip === null || !isPlayable(clip)) return null;
  // Where all are loaded, clips are counted; else what is known is the place in the gallery.
  const isWhole = rows.size >= total;
  return (
    <OpenPlayer
      clip={clip}
      newer={found && places[index - 1]?.clip}
      older={found && places[index + 1]?.clip}
      position={found === undefined ? null : isWhole ? index + 1 : found.place + 1}
      count={isWhole ? places.length : total}
    />
  );
}

function togglePlayback(video: HTMLVideoElement | null): void {
  if (video === null) return;
  if (video.paused) void video.play();
  else video.pause();
}

interface OpenPlayerProps {
  clip: Playable;
  newer: Playable | undefined;
  older: Playable | undefined;
  /** Null where the gallery does not show it. */
  position: number | null;
  count: number;
}

function OpenPlayer({ clip, newer, older, position, count }: OpenPlayerProps) {
  const text = useText();
  const made = useMade();
  const format = useFormat();
  const play = useUi((state) => state.play);
  const titleId = useId();
  const momentRef = useRef<Moment | null>(null);
  const takes = useTakes(clip);
  const versions = useVersions(clip);
  const know = useKnown();
  const pick = (other: Operation): void => {
    know(other);
    play(other.id);
  };

  const strip = {
    className: styles['takes'],
    currentId: clip.id,
    mayPick: isPlayable,
    onPick: pick,
  };

  return (
    <Dialog
      labelledBy={titleId}
      closesOnBackdrop
      front="player"
      className={styles['player']}
      onClose={() => {
        play(null);
      }}
      onKeyDown={(event, dialog) => {
        const take = takes.find(({ group }) => String(group?.take) === event.key);
        if (take && isPlayable(take) && !event.ctrlKey && !event.metaKey && !event.altKey) pick(take);
        // In the video the arrows seek.
        if (event.target instanceof HTMLVideoElement) return;
        if (event.key === ' ' && event.target === dialog) {
          event.preventDefault();
          togglePlayback(dialog.querySelector('video'));
        }
        // In the strip they go from take to take.
        if (event.target instanceof Element && event.target.closest('[data-picture]') !== null) return;
        if (event.key === 'ArrowLeft' && newer !== undefined) play(newer.id);
        if (event.key === 'ArrowRight' && older !== undefined) play(older.id);
      }}
    >
      <header className={styles['head']}>
        <h2 className="visually-hidden" id={titleId}>
          {clip.request.medium === 'image' ? text.images.viewer : text.player.label}
        </h2>
        <IconButton
          label={made.previous}
          // Not `disabled`: at the last clip the focus, and with it the arrow keys, would be gone.
          aria-disabled={newer === undefined}
          onClick={() => {
            if (newer !== undefined) play(newer.id);
          }}
        >
          <ChevronLeft size={18} aria-hidden />
        </IconButton>
        <output className={styles['position']}>
          {position !== null && text.player.position(format.number(position), format.number(count))}
        </output>
        <IconButton
          label={made.next}
          aria-disabled={older === undefined}
          onClick={() => {
            if (older !== undefined) play(older.id);
          }}
        >
          <ChevronRight size={18} aria-hidden />
        </IconButton>
        <span className={styles['gap']} />
        <IconButton
          label={text.app.close}
          onClick={() => {
            play(null);
          }}
        >
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <Stage key={clip.clip.url} clip={clip} momentRef={momentRef} />
      <PlayerDetails clip={clip} next={older ?? newer}>
        {takes.length > 0 && <TakesStrip takes={takes} {...strip} />}
        {versions.length > 0 && <VersionStrip versions={versions} {...strip} />}
      </PlayerDetails>
    </Dialog>
  );
}
