import { useId, useRef, useState } from 'react';
import { ImagePlus, X } from 'lucide-react';
import { imageTypes } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from './draft-store.ts';
import type { DraftImage } from './draft-store.ts';
import { removeImage, takeFile } from './image-intake.ts';
import { useProblemWords } from './use-problem-words.ts';
import styles from './ImageWell.module.css';

/** The first frame: chosen here, dropped anywhere, or pasted. */
export function ImageWell() {
  const text = useText();
  const format = useFormat();
  const labelId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { image, imageBusy, imageProblem, problems, setImageProblem } = useDraft();
  const refused = useProblemWords(problems.image);

  const choose = (): void => {
    input.current?.click();
  };

  return (
    <section className={styles['field']} aria-labelledby={labelId}>
      <h2 className={styles['label']} id={labelId}>
        {text.compose.firstFrame}
      </h2>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept={imageTypes.join(',')}
        aria-label={text.image.input}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was changed or removed.
          if (file !== undefined) void takeFile(file, text, format);
          event.target.value = '';
        }}
      />
      {image === null ? (
        <button
          type="button"
          className={cx(styles['well'], styles['empty'])}
          onClick={choose}
          aria-busy={imageBusy}
        >
          <span className={styles['icon']}>
            {imageBusy ? <Spinner /> : <ImagePlus size={18} aria-hidden />}
          </span>
          <span className={styles['words']}>
            <span className={styles['name']}>{imageBusy ? text.image.checking : text.image.choose}</span>
            <span className={styles['hint']}>{text.image.chooseHint}</span>
          </span>
        </button>
      ) : (
        <Filled key={image.previewUrl} image={image} busy={imageBusy} onReplace={choose} />
      )}
      {imageProblem !== null && (
        <Problem
          actions={
            <IconButton
              label={text.image.dismissProblem}
              className={styles['dismiss']}
              onClick={() => {
                setImageProblem(null);
              }}
            >
              <X size={14} aria-hidden />
            </IconButton>
          }
        >
          <p>{imageProblem}</p>
          {image !== null && <p className={styles['kept']}>{text.image.kept}</p>}
        </Problem>
      )}
      {refused !== null && (
        <Problem title={refused.title}>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Problem>
      )}
    </section>
  );
}

function Filled({ image, busy, onReplace }: { image: DraftImage; busy: boolean; onReplace: () => void }) {
  const text = useText();
  const format = useFormat();
  const [portrait] = useState(image.height > image.width);
  return (
    <div className={cx(styles['well'], styles['filled'])} aria-busy={busy}>
      <img
        className={cx(styles['preview'], portrait && styles['portrait'])}
        src={image.previewUrl}
        alt={text.image.alt(image.name)}
        draggable={false}
      />
      <div className={styles['words']}>
        <p className={styles['name']} title={image.name}>
          {image.name}
        </p>
        <p className={styles['facts']}>
          {busy
            ? text.image.checking
            : text.image.facts(format.pixels(image.width, image.height), format.bytes(image.sizeBytes))}
        </p>
        <p className={styles['actions']}>
          <Button look="link" onClick={onReplace}>
            {text.image.replace}
          </Button>
          <Button look="link" onClick={removeImage}>
            {text.image.remove}
          </Button>
        </p>
      </div>
    </div>
  );
}
