import { useId } from 'react';
import { ChevronRight } from 'lucide-react';
import { personGenerations } from '../../../preload/contract/modes.ts';
import { peopleFor } from '../../../preload/contract/rules.ts';
import { Problem } from '../../components/ui/Problem.tsx';
import { Select } from '../../components/ui/Select.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useDraft } from './draft-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import { modeOf } from './ways.ts';
import styles from './More.module.css';

/** What most clips do not need: who may be in them, a seed, no sound. */
export function More() {
  const text = useText();
  const model = useDraft((state) => state.model);
  if (model === null) return null;
  return (
    <details className={styles['more']}>
      <summary>
        <ChevronRight size={14} aria-hidden />
        {text.compose.more}
      </summary>
      <div className={styles['fields']}>
        <People />
        <Seed />
        <Sound />
      </div>
    </details>
  );
}

function People() {
  const text = useText();
  const id = useId();
  const draft = useDraft();
  const { model, people, setPeople } = draft;
  if (model === null) return null;
  const mode = modeOf(draft);
  const allowed = peopleFor(model, mode);
  const value = people !== null && allowed.includes(people) ? people : '';
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{text.compose.people}</label>
      <Select
        id={id}
        className={styles['wide']}
        value={value}
        disabled={allowed.length === 0}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setPeople(personGenerations.find((each) => each === event.target.value) ?? null);
        }}
      >
        <option value="">{text.compose.peopleDefault}</option>
        {allowed.map((each) => (
          <option key={each} value={each}>
            {text.compose.peopleChoices[each]}
          </option>
        ))}
      </Select>
      <p className={styles['hint']} id={`${id}-hint`}>
        {allowed.length === 0
          ? text.rule({ field: 'personGeneration', value: 'allow_all', mode, allowed }, model.label)
          : text.compose.peopleHint(allowed.includes('allow_all'))}
      </p>
    </div>
  );
}

function Seed() {
  const text = useText();
  const id = useId();
  const { model, seed, problems, setSeed } = useDraft();
  const words = useProblemWords(problems.seed);
  if (model === null) return null;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{text.compose.seed}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        value={seed}
        placeholder={text.compose.seedPlaceholder}
        disabled={!model.takesSeed}
        aria-invalid={words !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          setSeed(event.target.value);
        }}
      />
      <p className={styles['hint']} id={`${id}-hint`}>
        {model.takesSeed ? text.compose.seedHint : text.rule({ field: 'seed' }, model.label)}
      </p>
      {words !== null && <Problem title={words.title} />}
    </div>
  );
}

function Sound() {
  const text = useText();
  const id = useId();
  const { model, audio, setAudio } = useDraft();
  if (model === null) return null;
  return (
    <div className={styles['field']}>
      <label className={styles['toggle']}>
        <input
          type="checkbox"
          checked={audio || !model.canBeSilent}
          disabled={!model.canBeSilent}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setAudio(event.target.checked);
          }}
        />
        {text.compose.sound}
      </label>
      {!model.canBeSilent && (
        <p className={styles['hint']} id={`${id}-hint`}>
          {text.rule({ field: 'audio' }, model.label)}
        </p>
      )}
    </div>
  );
}
