import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { ImageWell } from '../compose/ImageWell.tsx';
import { IntakeProblems } from '../compose/IntakeProblems.tsx';
import wells from '../compose/ReferenceWells.module.css';
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
      <p className={wells['label']}>
        <span>{text.images.inputs}</span>
        <span>{text.image.ofMost(format.number(inputs.length), format.number(most))}</span>
      </p>
      <div className={inputs.length > 0 ? wells['wells'] : undefined}>
        {inputs.map((image, index) => (
          <ImageWell
            key={image.previewUrl}
            slot="input"
            image={image}
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
            busy={imageBusy}
            tile={inputs.length > 0}
            {...(inputs.length > 0
              ? {}
              : { chooseWords: { name: text.images.choose, hint: text.images.chooseHint } })}
            onFiles={take}
            onRemove={() => undefined}
          />
        )}
      </div>
      <p className={wells['hint']}>{text.images.inputsHint}</p>
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
