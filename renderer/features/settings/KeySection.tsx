import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import type { AppState } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { KeyForm } from './KeyForm.tsx';
import { Section } from '../../components/ui/Section.tsx';
import styles from './KeySection.module.css';

export function KeySection({ appState }: { appState: AppState }) {
  const text = useText();
  const { key } = appState;
  const [replacing, setReplacing] = useState(false);

  return (
    <Section title={text.settings.key}>
      <p className={styles['intro']}>{text.settings.keyIntro}</p>
      {key.source !== 'none' && (
        <KeptKey
          source={key.source}
          lastFour={key.lastFour ?? ''}
          replacing={replacing}
          onReplace={() => {
            setReplacing(true);
          }}
        />
      )}
      {(key.source === 'none' || (replacing && key.source !== 'environment')) && (
        <KeyForm
          keyState={key}
          onDone={() => {
            setReplacing(false);
          }}
          onCancel={
            key.source === 'none'
              ? null
              : () => {
                  setReplacing(false);
                }
          }
        />
      )}
    </Section>
  );
}

interface KeptKeyProps {
  source: 'session' | 'stored' | 'environment';
  lastFour: string;
  replacing: boolean;
  onReplace: () => void;
}

function KeptKey({ source, lastFour, replacing, onReplace }: KeptKeyProps) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const [error, setError] = useState<AppError | null>(null);
  const words = error === null ? null : errorWords(error, text, format);

  const remove = async (): Promise<void> => {
    const result = await call(() => window.zoetrope.key.remove());
    if (result.ok) client.setQueryData(queryKeys.appState, result.value);
    else setError(result.error);
  };

  return (
    <>
      <div className={styles['kept']}>
        <KeyRound size={16} aria-hidden className={styles['icon']} />
        <div className={styles['words']}>
          <p className={styles['ending']}>{text.settings.keyEnding(lastFour)}</p>
          <p className={styles['source']}>{text.settings.keySources[source]}</p>
        </div>
        {source !== 'environment' && (
          <>
            {!replacing && (
              <Button size="small" onClick={onReplace}>
                {text.settings.replace}
              </Button>
            )}
            <Button size="small" onClick={() => void remove()}>
              {text.settings.remove}
            </Button>
          </>
        )}
      </div>
      {words !== null && (
        <Problem title={words.title}>
          <p>{words.message}</p>
        </Problem>
      )}
    </>
  );
}
