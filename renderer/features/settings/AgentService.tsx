import { useState } from 'react';
import type { AgentPlace, AgentPlatformState } from '../../../preload/contract/services.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { agentAddress } from './addresses.ts';
import { focusInside } from './focus-inside.ts';
import { KeptService } from './KeptService.tsx';
import { KeyForm } from './KeyForm.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import styles from './Services.module.css';

const ways = ['key', 'project'] as const;
type Way = (typeof ways)[number];

function keptLines(
  { key, isPlaceFromEnvironment }: AgentPlatformState,
  place: AgentPlace | null,
  text: Dictionary,
): string[] {
  if (place === null) return key.source === 'none' ? [] : [text.settings.keySources[key.source]];
  return [
    isPlaceFromEnvironment ? text.services.projectGiven : text.services.projectKept,
    ...(place.outputUri === null ? [] : [text.services.outputGoesTo(place.outputUri)]),
  ];
}

/** The Agent Platform: a key, or a project with this computer's credentials. */
export function AgentService({ state }: { state: AgentPlatformState }) {
  const text = useText();
  const { key, place, isPlaceFromEnvironment } = state;
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState<Way>(place === null ? 'key' : 'project');
  const isSetUp = place !== null || key.source !== 'none';
  const isGiven = isPlaceFromEnvironment || key.source === 'environment';
  const baseUrl = place === null ? key.baseUrl : place.baseUrl;
  const close = (): void => {
    setOpen(false);
  };
  const begin = (): void => {
    setOpen(true);
  };
  return (
    <>
      {isSetUp && (
        <KeptService
          title={
            place === null
              ? text.settings.keyEnding(key.lastFour ?? '')
              : text.services.place(place.project, place.location)
          }
          lines={keptLines(state, place, text)}
          host={baseUrl === null ? null : new URL(baseUrl).host}
          carries={place === null ? 'key' : 'token'}
          check={() => window.zoetrope.agentPlatform.check()}
          remove={isGiven ? null : () => window.zoetrope.agentPlatform.remove()}
          onReplace={open ? null : begin}
        />
      )}
      {!isSetUp && !open && (
        <p className={styles['offer']}>
          <span>{text.services.agentHint}</span>
          <Button size="small" onClick={begin}>
            {text.services.setUp}
          </Button>
        </p>
      )}
      {open && !isGiven && (
        <div ref={focusInside} className={styles['setUp']}>
          <Segmented
            label={text.services.way}
            hideLabel
            options={ways.map((value) => ({ value, label: text.services.ways[value] }))}
            value={way}
            onChange={setWay}
          />
          {way === 'key' ? (
            <KeyForm
              keyState={key}
              label={text.services.agentKey}
              send={(input) => window.zoetrope.agentPlatform.setKey(input)}
              googlesAddress={agentAddress}
              onDone={close}
              onCancel={close}
            />
          ) : (
            <PlaceForm state={state} onDone={close} onCancel={close} />
          )}
        </div>
      )}
    </>
  );
}
