import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { FrameWell } from './FrameWell.tsx';
import { useDraft } from './draft-store.ts';
import styles from './ReferenceWells.module.css';

/** What is to be in the clip: people, things, a style. */
export function ReferenceWells() {
  const text = useText();
  const format = useFormat();
  const { model, references } = useDraft();
  const most = model?.mostReferences ?? references.length;
  const unused = references.length - most;
  return (
    <div>
      <p className={styles['label']}>
        <span>{text.image.references}</span>
        <span>
          {text.image.ofMost(format.number(Math.min(references.length, most)), format.number(most))}
        </span>
      </p>
      <div className={styles['wells']}>
        {references.map((image, index) => (
          <FrameWell
            key={image.previewUrl}
            slot="reference"
            image={image}
            index={index}
            tile
            unused={index >= most}
          />
        ))}
        {references.length < most && <FrameWell slot="reference" image={null} tile />}
      </div>
      <p className={styles['hint']}>
        {unused > 0 && model !== null
          ? `${text.rule({ field: 'references', value: references.length, most }, model.label)} ${text.image.unused(format.number(unused), unused)}`
          : text.image.referencesHint}
      </p>
    </div>
  );
}
