import { useState } from 'react';
import type { ReactNode } from 'react';
import type { KeyState } from '../../../preload/contract/services.ts';
import { Button } from '../../components/ui/Button.tsx';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { geminiAddress } from './addresses.ts';
import { focusInside } from './focus-inside.ts';
import { KeptService } from './KeptService.tsx';
import { KeyForm } from './KeyForm.tsx';
import styles from './Services.module.css';

interface GeminiServiceProps {
  keyState: KeyState;
  /** No service is set up. */
  isDemo: boolean;
  /** A key was given and is good. */
  onKept?: () => void;
  /** What stands beside the way to a key. */
  beside?: ReactNode;
}

/** The Gemini API: one key of Google AI Studio. */
export function GeminiService({ keyState, isDemo, onKept, beside }: GeminiServiceProps) {
  const text = useText();
  const [replacing, setReplacing] = useState(false);
  const { source, lastFour, baseUrl } = keyState;
  const stop = (): void => {
    setReplacing(false);
  };
  return (
    <>
      {source !== 'none' && (
        <KeptService
          title={text.settings.keyEnding(lastFour ?? '')}
          lines={[text.settings.keySources[source]]}
          host={baseUrl === null ? null : new URL(baseUrl).host}
          carries="key"
          check={() => window.zoetrope.key.check()}
          remove={source === 'environment' ? null : () => window.zoetrope.key.remove()}
          onReplace={
            replacing
              ? null
              : () => {
                  setReplacing(true);
                }
          }
        />
      )}
      {(source === 'none' || (replacing && source !== 'environment')) && (
        <div ref={replacing ? focusInside : undefined}>
          <KeyForm
            keyState={keyState}
            label={source === 'none' ? text.settings.keyField : text.settings.newKeyField}
            send={(input) => window.zoetrope.key.set(input)}
            googlesAddress={geminiAddress}
            onDone={() => {
              stop();
              onKept?.();
            }}
            onCancel={source === 'none' ? null : stop}
          >
            <p className={styles['below']}>
              {source === 'none' && isDemo && <span>{text.settings.keyNone}</span>}
              <Button
                look="link"
                onClick={() => void call(() => window.zoetrope.app.openLink({ link: 'get-key' }))}
              >
                {text.settings.getKey}
              </Button>
              {beside}
            </p>
          </KeyForm>
        </div>
      )}
    </>
  );
}
