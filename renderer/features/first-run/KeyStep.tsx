import { Check } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { GeminiService } from '../settings/GeminiService.tsx';
import { useFirstSteps } from './first-run-store.ts';
import { StepFrame } from './StepFrame.tsx';
import styles from './FirstRun.module.css';

/** A key, with the very form and check of Settings, or the demo. */
export function KeyStep() {
  const text = useText();
  const appState = useAppState().data;
  const goOn = useFirstSteps((state) => state.goOn);
  const openSettings = useUi((state) => state.setSettingsOpen);
  if (appState === undefined) return null;
  const { key, service } = appState;
  const isDemo = service.mode === 'demo';

  return (
    <StepFrame
      title={text.firstRun.keyTitle}
      body={text.firstRun.keyBody}
      forward={
        <Button look={isDemo ? 'plain' : 'primary'} onClick={goOn}>
          {isDemo ? text.firstRun.tryWithout : text.firstRun.goOn}
        </Button>
      }
    >
      {isDemo || key.source !== 'none' ? (
        <GeminiService
          keyState={key}
          isDemo={false}
          onKept={goOn}
          beside={
            isDemo && (
              <Button
                look="link"
                onClick={() => {
                  openSettings(true);
                }}
              >
                {text.firstRun.useAgent}
              </Button>
            )
          }
        />
      ) : (
        <p className={styles['done']}>
          <Check size={14} aria-hidden />
          {text.firstRun.agentReady}
        </p>
      )}
    </StepFrame>
  );
}
