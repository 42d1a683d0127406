import { X } from 'lucide-react';
import { IconButton } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { ImageWell } from '../compose/ImageWell.tsx';
import wells from '../compose/ReferenceWells.module.css';
import { useProblemWords } from '../compose/use-problem-words.ts';
import { inputIntake, mostInputs, removeInput, useImageDraft } from './image-draft-store.ts';
import styles from './ImageComposer.module.css';

/** What is changed or combined. */
export function InputWells() {
  const text = useText();
  const format = useFormat();
  const { inputs, imageBusy, model } = useImageDraft();
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
      <InputProblems />
    </div>
  );
}

function InputProblems() {
  const text = useText();
  const { imageProblem, problems } = useImageDraft();
  const refused = useProblemWords(problems.image);
  return (
    <div className={styles['problems']}>
      {imageProblem !== null && (
        <Problem
          actions={
            <IconButton
              label={text.image.dismissProblem}
              onClick={() => {
                useImageDraft.setState({ imageProblem: null });
              }}
            >
              <X size={14} aria-hidden />
            </IconButton>
          }
        >
          <p>{imageProblem}</p>
        </Problem>
      )}
      {refused !== null && (
        <Problem title={refused.title}>
          {refused.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Problem>
      )}
    </div>
  );
}
