import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { FrameWell } from './FrameWell.tsx';
import { useDraft } from './draft-store.ts';
import { ManyWells } from './ManyWells.tsx';

/** What is to be in the clip: people, things, a style. */
export function ReferenceWells() {
  const text = useText();
  const format = useFormat();
  const { model, references } = useDraft();
  const most = model?.mostReferences ?? references.length;
  const unused = references.length - most;
  return (
    <div>
      <ManyWells
        label={text.image.references}
        count={Math.min(references.length, most)}
        most={most}
        hint={
          unused > 0 && model !== null
            ? `${text.rule({ field: 'references', value: references.length, most }, model.label)} ${text.image.unused(format.number(unused), unused)}`
            : text.image.referencesHint
        }
      >
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
        {references.length < most && (
          <FrameWell slot="reference" image={null} index={references.length} tile />
        )}
      </ManyWells>
    </div>
  );
}
