import { useState } from 'react';
import { Film, Play } from 'lucide-react';
import type { ClipInfo, Operation } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { cx } from '../../lib/cx.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { useUi } from '../../lib/ui-store.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import { useIsPaused } from '../queue/queue-source.ts';
import { DeadlineLine } from './DeadlineLine.tsx';
import { holdWords, paceWords, usualSeconds } from './status-words.ts';
import styles from './CardFrames.module.css';

/** Long prompts make long names; the start is enough to tell two apart. */
const spokenCharacters = 80;

/**
 * A poster that opens the player. What is not as wide as the card stands whole before a dimmed, blurred copy of itself.
 */
export function ClipFrame({ operation, clip }: { operation: Operation; clip: ClipInfo }) {
  const text = useText();
  const format = useFormat();
  const play = useUi((state) => state.play);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const posterUrl = clip.posterUrl === brokenUrl ? null : clip.posterUrl;
  const { medium, aspectRatio, duration } = operation.request;
  const isWhole = aspectRatio !== '16:9';
  const prompt = operation.request.prompt.slice(0, spokenCharacters);
  const seconds = clip.durationSeconds ?? Number(duration);

  return (
    <button
      type="button"
      className={styles['clip']}
      data-card-focus
      aria-label={medium === 'video' ? text.card.play(prompt) : text.images.open(prompt)}
      onClick={() => {
        play(operation.id);
      }}
    >
      {posterUrl === null ? (
        <span className={styles['blank']} title={text.card.noPoster}>
          <Film size={20} aria-hidden />
        </span>
      ) : (
        <>
          {isWhole && (
            <img className={styles['backdrop']} src={posterUrl} alt="" loading="lazy" draggable={false} />
          )}
          <img
            className={cx(styles['poster'], isWhole && styles['whole'])}
            src={posterUrl}
            alt=""
            loading="lazy"
            draggable={false}
            onError={() => {
              setBrokenUrl(posterUrl);
            }}
          />
        </>
      )}
      {medium === 'video' && (
        <>
          <span className={styles['play']} aria-hidden>
            <Play size={18} fill="currentColor" />
          </span>
          <span className={styles['length']}>{format.elapsed(Math.round(seconds))}</span>
        </>
      )}
    </button>
  );
}

/** Waiting, being made or being saved. */
export function RunningFrame({ operation }: { operation: Operation }) {
  const text = useText();
  const format = useFormat();
  const { medium, references } = operation.request;
  const image = medium === 'image' ? (references[0] ?? null) : operation.request.image;
  const hold = holdWords(operation, text, format);
  const isPaused = useIsPaused();
  return (
    <div className={cx(styles['running'], operation.error !== null && styles['stuck'])}>
      {image !== null && <img className={styles['source']} src={image.url} alt="" draggable={false} />}
      {operation.status === 'processing' || operation.phase === 'submitting' ? (
        <Progress operation={operation} />
      ) : (
        <p className={styles['pace']}>
          {(isPaused || hold === null) && <Elapsed operation={operation} />}
          <span>{isPaused ? text.card.notSentPaused : (hold ?? text.card.notSent)}</span>
        </p>
      )}
      {operation.error !== null && <Trouble operation={operation} error={operation.error} />}
      {operation.keptUntil !== null && <DeadlineLine keptUntil={operation.keptUntil} />}
    </div>
  );
}

/** Something is in the way of an operation that goes on all the same. */
function Trouble({ operation, error }: { operation: Operation; error: AppError }) {
  const text = useText();
  const format = useFormat();
  const { title } = errorWords(error, text, format);
  if (operation.phase === 'queued') return <NextTry operation={operation} title={title} />;
  return (
    <>
      <p className={styles['trouble']}>
        {operation.phase === 'downloading' ? text.said(error.message) : text.card.stillTrying(title)}
      </p>
      <p className={styles['remedies']}>
        <RemedyButtons error={error} />
      </p>
    </>
  );
}

/** The service refused for now: the countdown to the next try. */
function NextTry({ operation, title }: { operation: Operation; title: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const isPaused = useIsPaused();
  if (isPaused) return <p className={styles['trouble']}>{text.card.nextTryPaused(title)}</p>;
  const waitSeconds = operation.retryAt === null ? 0 : Math.ceil((operation.retryAt - now) / 1000);
  return (
    <p className={styles['trouble']}>
      {waitSeconds > 0 ? text.card.nextTry(title, format.elapsed(waitSeconds)) : text.card.nextTryNow(title)}
    </p>
  );
}

function elapsedOf(operation: Operation, now: number): number {
  return Math.max(0, (now - operation.createdAt) / 1000);
}

function Elapsed({ operation }: { operation: Operation }) {
  const format = useFormat();
  const now = useNow();
  return (
    <span className={styles['elapsed']} aria-live="off">
      {format.elapsed(elapsedOf(operation, now))}
    </span>
  );
}

function Progress({ operation }: { operation: Operation }) {
  const text = useText();
  const now = useNow();
  const seconds = elapsedOf(operation, now);
  // The service tells no progress: the bar shows how much of the usual time is over, and never claims to be done.
  const share = operation.phase === 'downloading' ? 0.97 : Math.min(0.92, seconds / usualSeconds(operation));
  return (
    <>
      {operation.error === null && (
        <span className={styles['track']} aria-hidden>
          <span className={styles['fill']} style={{ transform: `scaleX(${share})` }} />
        </span>
      )}
      <p className={styles['pace']}>
        <Elapsed operation={operation} />
        <span>{paceWords(operation, seconds, text)}</span>
      </p>
    </>
  );
}

export function ErrorFrame({ operation }: { operation: Operation }) {
  const text = useText();
  const format = useFormat();
  if (operation.error === null) return <div className={styles['failed']} />;
  const words = errorWords(operation.error, text, format, operation.estimatedUsd);
  return (
    <div className={styles['failed']}>
      <p className={styles['title']}>{words.title}</p>
      <p>{words.message}</p>
      {words.extras.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
