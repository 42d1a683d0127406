import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import {
  ChevronLeft,
  ChevronRight,
  Download,
  FolderOpen,
  ImagePlus,
  StepForward,
  Trash2,
  X,
} from 'lucide-react';
import type { ClipInfo, Operation } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { SourceButtons } from '../compose/SourceButtons.tsx';
import { galleryId } from '../gallery/focus-after-removal.ts';
import { useLibrary, wantRows } from '../gallery/library-source.ts';
import { useClipActions } from '../gallery/use-clip-actions.ts';
import { useRemoval } from '../gallery/use-removal.ts';
import { useSettingsLine } from '../gallery/use-settings-line.ts';
import { TakesStrip } from '../takes/TakesStrip.tsx';
import { useKnown, useOneOperation, useTakes } from '../takes/use-takes.ts';
import { ClipVideo } from './ClipVideo.tsx';
import type { Moment } from './ClipVideo.tsx';
import { useFrame } from './use-frame.ts';
import styles from './Player.module.css';

type Playable = Operation & { clip: ClipInfo };

function isPlayable(operation: Operation): operation is Playable {
  return operation.clip !== null;
}

/** So many rows on each side of the clip are there, so that the next one is at hand. */
const around = 20;

/** Shows the clip that the window plays; nothing when there is none, or when it has gone. */
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
  const format = useFormat();
  const play = useUi((state) => state.play);
  const titleId = useId();
  const momentRef = useRef<Moment | null>(null);
  const takes = useTakes(clip);
  const know = useKnown();
  const pick = (take: Operation): void => {
    know(take);
    play(take.id);
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
        if (event.target instanceof Element && event.target.closest('[data-take]') !== null) return;
        if (event.key === 'ArrowLeft' && newer !== undefined) play(newer.id);
        if (event.key === 'ArrowRight' && older !== undefined) play(older.id);
      }}
    >
      <header className={styles['head']}>
        <h2 className="visually-hidden" id={titleId}>
          {text.player.label}
        </h2>
        <IconButton
          label={text.player.previous}
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
          label={text.player.next}
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
      <Details clip={clip} next={older ?? newer}>
        {takes.length > 0 && (
          <TakesStrip
            className={styles['takes']}
            takes={takes}
            currentId={clip.id}
            mayPick={isPlayable}
            onPick={pick}
          />
        )}
      </Details>
    </Dialog>
  );
}

function Stage({ clip, momentRef }: { clip: Playable; momentRef: RefObject<Moment | null> }) {
  const text = useText();
  const [failed, setFailed] = useState(false);
  const from = useUi((state) => state.playFrom);
  return (
    <div className={styles['stage']}>
      {failed ? (
        <div className={styles['failed']} role="alert">
          <p className={styles['failedTitle']}>{text.player.failed}</p>
          <p>{text.player.failedHint}</p>
          <p className={styles['fileName']}>{clip.clip.fileName}</p>
        </div>
      ) : (
        <ClipVideo
          url={clip.clip.url}
          posterUrl={clip.clip.posterUrl}
          groupId={clip.group?.id ?? null}
          momentRef={momentRef}
          from={from}
          onError={() => {
            setFailed(true);
          }}
        />
      )}
    </div>
  );
}

interface DetailsProps {
  clip: Playable;
  next: Playable | undefined;
  /** Stands beside the prompt. */
  children: ReactNode;
}

function Details({ clip, next, children }: DetailsProps) {
  const text = useText();
  const line = useSettingsLine(clip);
  const play = useUi((state) => state.play);
  const { download, showInFolder } = useClipActions();
  const takeFrame = useFrame(clip);
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
        <Button size="small" title={text.player.useFrameHint} onClick={() => void takeFrame('shown')}>
          <ImagePlus size={14} aria-hidden />
          {text.player.useFrame}
        </Button>
        <Button size="small" title={text.player.useLastFrameHint} onClick={() => void takeFrame('last')}>
          <StepForward size={14} aria-hidden />
          {text.player.useLastFrame}
        </Button>
        <SourceButtons operation={clip} look="words" />
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
