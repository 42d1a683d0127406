import { X } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { FrameWells } from './FrameWells.tsx';
import { FrameWell } from './FrameWell.tsx';
import { ReferenceWells } from './ReferenceWells.tsx';
import { SourceClip } from './SourceClip.tsx';
import { useDraft } from './draft-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import { canGo, modeOfWay, wayOf, ways } from './ways.ts';
import styles from './Beginning.module.css';

/** What the clip begins with: words alone, an image, two frames, references, or another clip. */
export function Beginning() {
  const { source } = useDraft();
  return (
    <div className={styles['beginning']}>
      {source === null ? (
        <Ways />
      ) : (
        <>
          <SourceClip source={source} />
          <ImageProblems />
        </>
      )}
    </div>
  );
}

function Ways() {
  const text = useText();
  const { model, way: wanted, image, setWay } = useDraft();
  const way = wayOf({ model, way: wanted });
  const noteId = 'way-note';
  const cannot = (each: typeof way): string | null =>
    model === null || canGo(model, each)
      ? null
      : text.rule({ field: 'mode', value: modeOfWay(each) }, model.label);
  return (
    <>
      <div>
        <Segmented
          label={text.compose.way}
          options={ways.map((value) => ({
            value,
            label: text.compose.ways[value],
            disabledBecause: cannot(value),
          }))}
          value={way}
          onChange={setWay}
          describedBy={noteId}
        />
        <output className={styles['note']} id={noteId}>
          {way === wanted ? null : cannot(wanted)}
        </output>
      </div>
      {way === 'start' && (
        <FrameWell slot="first" image={image}>
          <ImageProblems />
        </FrameWell>
      )}
      {way === 'frames' && <FrameWells />}
      {way === 'references' && <ReferenceWells />}
      {way !== 'start' && <ImageProblems />}
    </>
  );
}

function ImageProblems() {
  const text = useText();
  const { image, imageProblem, problems, setImageProblem } = useDraft();
  const refused = useProblemWords(problems.image);
  return (
    <>
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
    </>
  );
}
