import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { ImageWell } from '../compose/ImageWell.tsx';
import { IntakeProblems } from '../compose/IntakeProblems.tsx';
import { ManyWells } from '../compose/ManyWells.tsx';
import { inputIntake, mostInputs, removeInput, useImageDraft } from './image-draft-store.ts';
import styles from './ImageComposer.module.css';

/** What is changed or combined. */
export function InputWells() {
  const text = useText();
  const format = useFormat();
  const { inputs, imageBusy, imageProblem, problems, model } = useImageDraft();
  const most = mostInputs({ model });
  const take = (files: File[]): void => {
    void inputIntake.take(files, 'input', { text, format });
  };
  return (
    <div>
      <ManyWells
        label={text.images.inputs}
        count={inputs.length}
        most={most}
        hint={text.images.inputsHint}
        isRow={inputs.length > 0}
      >
        {inputs.map((image, index) => (
          <ImageWell
            key={image.previewUrl}
            slot="input"
            image={image}
            index={index}
            busy={false}
            tile
            onFiles={take}
            onRemove={() => {
              removeInput(index);
            }}
          />
        ))}
        {inputs.length < most && (
          <ImageWell
            slot="input"
            image={null}
            index={inputs.length}
            busy={imageBusy}
            tile={inputs.length > 0}
            {...(inputs.length > 0
              ? {}
              : { chooseWords: { name: text.images.choose, hint: text.images.chooseHint } })}
            onFiles={take}
            onRemove={() => undefined}
          />
        )}
      </ManyWells>
      <div className={styles['problems']}>
        <IntakeProblems
          notTaken={imageProblem}
          onDismiss={() => {
            useImageDraft.setState({ imageProblem: null });
          }}
          refused={problems.image}
        />
      </div>
    </div>
  );
}
