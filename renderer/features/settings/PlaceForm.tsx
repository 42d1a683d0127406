import { useId, useState } from 'react';
import { placePatterns, usualLocations } from '../../../preload/contract/services.ts';
import type { AgentPlatformState } from '../../../preload/contract/services.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { AddressFold } from './AddressFold.tsx';
import { agentAddress } from './addresses.ts';
import { FormTrouble } from './FormTrouble.tsx';
import { TextRow } from './TextRow.tsx';
import { useChecked } from './use-checked.ts';
import styles from './Services.module.css';

interface PlaceFormProps {
  state: AgentPlatformState;
  onDone: () => void;
  onCancel: () => void;
}

/** A Google Cloud project that is used with this computer's credentials. */
export function PlaceForm({ state, onDone, onCancel }: PlaceFormProps) {
  const text = useText();
  const id = useId();
  const { key, place } = state;
  const [project, setProject] = useState(place?.project ?? '');
  const [location, setLocation] = useState<string>(place?.location ?? usualLocations[0]);
  const [outputUri, setOutputUri] = useState(place?.outputUri ?? '');
  const [baseUrl, setBaseUrl] = useState(key.isAddressGiven ? '' : (place?.baseUrl ?? ''));
  const [tried, setTried] = useState(false);
  const { busy, problem, setProblem, keep } = useChecked();

  const wrong = {
    project: !placePatterns.project.test(project.trim()),
    location: !placePatterns.location.test(location.trim()),
    output: outputUri.trim() !== '' && !placePatterns.outputUri.test(outputUri.trim()),
  };
  const missing = wrong.project ? 'project' : wrong.location ? 'location' : wrong.output ? 'output' : null;
  const trouble = tried && missing !== null ? { message: text.services.wrong[missing] } : problem;
  const field = (set: (value: string) => void) => (value: string) => {
    set(value);
    setProblem(null);
  };

  const save = async (): Promise<void> => {
    setTried(true);
    if (busy || missing !== null) return;
    const request = {
      project: project.trim(),
      location: location.trim(),
      outputUri: outputUri.trim() || null,
      baseUrl: baseUrl.trim() || null,
    };
    const send = () => window.zoetrope.agentPlatform.setProject(request);
    if (await keep(send, text.services.projectAccepted)) onDone();
  };

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <div className={styles['line']}>
        <TextRow
          label={text.services.project}
          value={project}
          onText={field(setProject)}
          bad={tried && wrong.project}
          describedBy={trouble === null ? `${id}-hint` : `${id}-problem`}
          maxLength={100}
        />
        <TextRow
          label={text.services.location}
          value={location}
          onText={field(setLocation)}
          bad={tried && wrong.location}
          usual={usualLocations}
          maxLength={100}
        />
      </div>
      <TextRow
        label={text.services.output}
        value={outputUri}
        onText={field(setOutputUri)}
        bad={tried && wrong.output}
        placeholder={text.services.outputPlaceholder}
        maxLength={500}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {text.services.credentials} <code>gcloud auth application-default login</code>
      </p>
      <FormTrouble id={`${id}-problem`} problem={trouble} without={['key']} />
      <AddressFold
        carries="token"
        value={baseUrl}
        onText={setBaseUrl}
        given={key.isAddressGiven ? key.baseUrl : null}
        placeholder={agentAddress}
      />
      <div className={styles['ending']}>
        <Button onClick={onCancel}>{text.settings.cancel}</Button>
        <Button look="primary" submit aria-busy={busy} aria-disabled={busy}>
          {busy && <Spinner />}
          {text.settings.checkAndSave}
        </Button>
      </div>
      <output className="visually-hidden">{busy ? text.services.checking : ''}</output>
    </form>
  );
}
