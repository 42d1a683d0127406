import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { FrameWells } from './FrameWells.tsx';
import { FrameWell } from './FrameWell.tsx';
import { IntakeProblems } from './IntakeProblems.tsx';
import { ReferenceWells } from './ReferenceWells.tsx';
import { SourceClip } from './SourceClip.tsx';
import { useDraft } from './draft-store.ts';
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
  const { image, imageProblem, problems, setImageProblem } = useDraft();
  return (
    <IntakeProblems
      notTaken={imageProblem}
      onDismiss={() => {
        setImageProblem(null);
      }}
      isKept={image !== null}
      refused={problems.image}
    />
  );
}
