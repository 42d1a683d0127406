import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { noParts, promptParts, readPrompt, writePrompt } from '../../../preload/contract/prompt-parts.ts';
import type { PromptPart, PromptParts } from '../../../preload/contract/prompt-parts.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { focusPrompt, insertPrompt } from '../prompts/insert.ts';
import { suggestions } from './suggestions.ts';
import styles from './BuilderDialog.module.css';

/** The parts that the last prompt was written from: as long as it is unchanged they are better known than by reading. */
let written: { prompt: string; parts: PromptParts } | null = null;

interface Beginning {
  parts: PromptParts;
  note: 'read' | 'notPlain' | null;
}

function begin(prompt: string): Beginning {
  if (prompt === '') return { parts: noParts(), note: null };
  if (written?.prompt === prompt) return { parts: written.parts, note: null };
  const { parts, isPlain } = readPrompt(prompt);
  return { parts, note: isPlain ? 'read' : 'notPlain' };
}

/** Asks for the parts of a prompt one by one and writes it from them. */
export function BuilderDialog() {
  const text = useText();
  const close = useUi((state) => state.setPromptPanel);
  const [{ parts: first, note }] = useState(() => begin(useDraft.getState().prompt.trim()));
  const [parts, setParts] = useState(first);
  const prompt = writePrompt(parts);

  const use = (): void => {
    if (prompt === '') return;
    written = { prompt, parts };
    flushSync(() => {
      close(null);
    });
    flushSync(() => {
      insertPrompt({ prompt }, { title: text.prompts.inserted, undo: text.toasts.undo });
    });
    focusPrompt();
  };

  return (
    <DialogFrame
      title={text.builder.title}
      kind="sides"
      onClose={() => {
        close(null);
      }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <div className={styles['sides']}>
          <div className={styles['parts']}>
            {note !== null && <p className={styles['note']}>{text.builder[note]}</p>}
            {promptParts.map((part) => (
              <Part
                key={part}
                part={part}
                value={parts[part]}
                onChange={(words) => {
                  setParts({ ...parts, [part]: words });
                }}
              />
            ))}
          </div>
          <section className={styles['result']} aria-label={text.builder.result}>
            <h3>{text.builder.result}</h3>
            <p className={prompt === '' ? styles['empty'] : styles['prompt']}>
              {prompt === '' ? text.builder.empty : prompt}
            </p>
          </section>
        </div>
        <div className={styles['buttons']}>
          <Button
            look="quiet"
            onClick={() => {
              setParts(noParts());
            }}
          >
            {text.builder.clear}
          </Button>
          <Button look="primary" submit disabled={prompt === ''}>
            {text.builder.use}
          </Button>
        </div>
      </form>
    </DialogFrame>
  );
}

interface PartProps {
  part: PromptPart;
  value: string;
  onChange: (words: string) => void;
}

function Part({ part, value, onChange }: PartProps) {
  const text = useText();
  const id = useId();
  const offered = suggestions[part];
  return (
    <div className={styles['part']}>
      <label htmlFor={id}>{text.builder.parts[part]}</label>
      <input
        id={id}
        value={value}
        placeholder={text.builder.hints[part]}
        list={offered === undefined ? undefined : `${id}-list`}
        autoComplete="off"
        data-first-focus={part === 'subject' ? true : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {offered !== undefined && (
        <datalist id={`${id}-list`}>
          {offered.map((words) => (
            <option key={words}>{words}</option>
          ))}
        </datalist>
      )}
    </div>
  );
}
