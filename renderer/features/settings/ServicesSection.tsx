import { useId } from 'react';
import type { ReactNode } from 'react';
import type { AppState } from '../../../preload/contract/domain.ts';
import { Section } from '../../components/ui/Section.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { AgentService } from './AgentService.tsx';
import { GeminiService } from './GeminiService.tsx';
import styles from './Services.module.css';

/** Google's two services, each with what the user gets at it by. One is enough. */
export function ServicesSection({ appState }: { appState: AppState }) {
  const text = useText();
  const { key, agentPlatform, service } = appState;
  return (
    <Section title={text.services.title}>
      <p className={styles['intro']}>{text.settings.keyIntro}</p>
      <Service name={text.services.gemini}>
        <GeminiService keyState={key} isDemo={service.mode === 'demo'} />
      </Service>
      <Service name={text.services.agentPlatform}>
        <AgentService state={agentPlatform} />
      </Service>
    </Section>
  );
}

function Service({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['service']} aria-labelledby={id}>
      <h4 id={id} className={styles['name']}>
        {name}
      </h4>
      {children}
    </section>
  );
}
