import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { ImagePlus, X } from 'lucide-react';
import { imageTypes } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useFocusStays } from '../../lib/use-focus-stays.ts';
import type { DraftImage, WellSlot } from './ways.ts';
import styles from './ImageWell.module.css';

export interface ImageWellProps {
  slot: WellSlot;
  image: DraftImage | null;
  /** Which one of several of its kind, from 0. */
  index?: number | undefined;
  /** A file for it is being looked at. */
  busy: boolean;
  onFiles: (files: File[]) => void;
  onRemove: () => void;
  /** What the button of an empty one says. */
  chooseWords?: { name: string; hint: string };
  /** Several wells beside each other: the picture above its words. */
  tile?: boolean;
  /** It stays in the composer and is not sent. */
  unused?: boolean;
  /** What is wrong with it. */
  children?: ReactNode;
}

/** One image: chosen here, dropped on it or anywhere, or pasted. */
export function ImageWell({
  slot,
  image,
  index,
  busy,
  onFiles,
  onRemove,
  chooseWords,
  tile = false,
  unused = false,
  children,
}: ImageWellProps) {
  const text = useText();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const staying = useFocusStays<HTMLElement>(image === null, 'first');
  const isOneOfMany = slot === 'reference' || slot === 'input';
  const kind = text.image.slots[slot];
  const label = index === undefined ? kind : `${kind} ${format.number(index + 1)}`;
  const choose = (): void => {
    input.current?.click();
  };

  return (
    <section
      {...staying}
      className={cx(styles['field'], unused && styles['unused'])}
      aria-labelledby={labelId}
      data-slot={slot}
    >
      <h2 className={cx(styles['label'], isOneOfMany && 'visually-hidden')} id={labelId}>
        {label}
      </h2>
      {(!isOneOfMany || image === null) && (
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          accept={imageTypes.join(',')}
          multiple={isOneOfMany}
          aria-label={text.image.inputs[slot]}
          onChange={(event) => {
            // The same file may be chosen again after it was changed or removed.
            const files = Array.from(event.target.files ?? []);
            if (files.length > 0) onFiles(files);
            event.target.value = '';
          }}
        />
      )}
      {image === null ? (
        <button
          type="button"
          className={cx(styles['well'], styles['empty'], tile && styles['tile'])}
          onClick={choose}
          aria-busy={busy}
        >
          <span className={styles['icon']}>{busy ? <Spinner /> : <ImagePlus size={18} aria-hidden />}</span>
          <span className={styles['words']}>
            <span className={styles['name']}>
              {busy ? text.image.checking : (chooseWords?.name ?? text.image.choose[slot])}
            </span>
            {!tile && <span className={styles['hint']}>{chooseWords?.hint ?? text.image.chooseHint}</span>}
          </span>
        </button>
      ) : (
        <Filled
          key={image.previewUrl}
          image={image}
          busy={busy}
          tile={tile}
          alt={text.image.alts[slot](image.name)}
          // One of many is replaced by taking it away and adding another.
          onReplace={isOneOfMany ? null : choose}
          onRemove={onRemove}
        />
      )}
      {children}
    </section>
  );
}

interface FilledProps {
  image: DraftImage;
  busy: boolean;
  tile: boolean;
  alt: string;
  onReplace: (() => void) | null;
  onRemove: () => void;
}

function Filled({ image, busy, tile, alt, onReplace, onRemove }: FilledProps) {
  const text = useText();
  const format = useFormat();
  const portrait = image.height > image.width;
  const facts = text.image.facts(format.pixels(image.width, image.height), format.bytes(image.sizeBytes));
  if (tile) {
    return (
      <div className={cx(styles['well'], styles['filled'], styles['tile'])} aria-busy={busy}>
        {onReplace === null ? (
          <img className={styles['preview']} src={image.previewUrl} alt={alt} draggable={false} />
        ) : (
          <button type="button" className={styles['picture']} title={text.image.replace} onClick={onReplace}>
            <img className={styles['preview']} src={image.previewUrl} alt={alt} draggable={false} />
          </button>
        )}
        <IconButton
          look="glass"
          label={text.image.removeNamed(image.name)}
          className={styles['remove']}
          onClick={onRemove}
        >
          <X size={13} aria-hidden />
        </IconButton>
        <p className={styles['name']} title={`${image.name}, ${facts}`}>
          {busy ? text.image.checking : image.name}
        </p>
      </div>
    );
  }
  return (
    <div className={cx(styles['well'], styles['filled'])} aria-busy={busy}>
      <img
        className={cx(styles['preview'], portrait && styles['portrait'])}
        src={image.previewUrl}
        alt={alt}
        draggable={false}
      />
      <div className={styles['words']}>
        <p className={styles['name']} title={image.name}>
          {image.name}
        </p>
        <p className={styles['facts']}>{busy ? text.image.checking : facts}</p>
        <p className={styles['actions']}>
          {onReplace !== null && (
            <Button look="link" onClick={onReplace}>
              {text.image.replace}
            </Button>
          )}
          <Button look="link" onClick={onRemove}>
            {text.image.remove}
          </Button>
        </p>
      </div>
    </div>
  );
}
