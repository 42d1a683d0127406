import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Download, Plus, Upload } from 'lucide-react';
import type { PromptTemplate } from '../../../preload/contract/prompts.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Segmented } from '../../components/ui/Segmented.tsx';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { LibraryStart } from '../../lib/ui-store.ts';
import { EntryList, optionId } from './EntryList.tsx';
import { EntryPreview } from './EntryPreview.tsx';
import { TemplateForm } from './TemplateForm.tsx';
import { VariablesForm } from './VariablesForm.tsx';
import { entriesOf, kinds } from './entries.ts';
import type { Entry, Kind } from './entries.ts';
import { useInsertEntry } from './use-insert-entry.ts';
import { useTemplates } from './use-templates.ts';
import { variablesOf } from './variables.ts';
import styles from './LibraryDialog.module.css';

/** What the right side shows in the place of what is chosen in the list. */
type Task =
  /** Null: a new one. */
  { kind: 'write'; template: PromptTemplate | null } | { kind: 'fill'; template: PromptTemplate };

const firstKinds: Record<LibraryStart, Kind> = {
  library: 'example',
  templates: 'template',
  newTemplate: 'template',
  negatives: 'negative',
};

/** Moves that the search field leaves to the list. */
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Examples, templates and negative prompts: searched, looked at and put into the composer. */
export function LibraryDialog({ start }: { start: LibraryStart }) {
  const text = useText();
  const listId = useId();
  const templates = useTemplates();
  const close = useUi((state) => state.setPromptPanel);
  const [kind, setKind] = useState<Kind>(firstKinds[start]);
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [task, setTask] = useState<Task | null>(
    start === 'newTemplate' ? { kind: 'write', template: null } : null,
  );
  const [error, setError] = useState<AppError | null>(null);
  const insert = useInsertEntry();

  const entries = entriesOf(kind, search, { language: text.language, templates: templates.list });
  const chosen = entries.find(({ id }) => id === chosenId) ?? entries[0] ?? null;

  const take = (entry: Entry): void => {
    if (entry.kind === 'template') {
      const { prompt, negativePrompt } = entry.template;
      if (variablesOf(prompt, negativePrompt ?? '').length > 0) {
        setTask({ kind: 'fill', template: entry.template });
        return;
      }
    }
    insert(entry);
  };
  const choose = (id: string): void => {
    setChosenId(id);
    setTask(null);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = steps[event.key];
    if (step !== undefined && chosen !== null) {
      event.preventDefault();
      const at = Math.min(Math.max(entries.indexOf(chosen) + step, 0), entries.length - 1);
      const next = entries[at];
      if (next === undefined) return;
      choose(next.id);
      document.getElementById(optionId(listId, next.id))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen !== null) {
      event.preventDefault();
      take(chosen);
    }
  };

  return (
    <DialogFrame
      title={text.prompts.title}
      kind="sides"
      onClose={() => {
        close(null);
      }}
    >
      <div className={styles['top']}>
        <input
          type="search"
          role="combobox"
          aria-label={text.prompts.search}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen === null ? undefined : optionId(listId, chosen.id)}
          aria-autocomplete="list"
          className={styles['search']}
          placeholder={text.prompts.searchPlaceholder[kind]}
          value={search}
          data-first-focus={start === 'newTemplate' ? undefined : true}
          onChange={(event) => {
            setSearch(event.target.value);
            setChosenId(null);
            setTask(null);
          }}
          onKeyDown={onKey}
        />
        <Segmented
          label={text.prompts.kind}
          hideLabel
          options={kinds.map((value) => ({ value, label: text.prompts.kinds[value] }))}
          value={kind}
          onChange={(next) => {
            setKind(next);
            setChosenId(null);
            setTask(null);
            setError(null);
          }}
        />
      </div>
      {error !== null && <Trouble error={error} />}
      <div className={styles['sides']}>
        <div className={styles['left']}>
          <EntryList
            id={listId}
            entries={entries}
            chosen={chosen}
            none={kind === 'template' && search === '' ? null : text.prompts.noneFound(search)}
            onChoose={choose}
            onUse={take}
          />
          {kind === 'template' && (
            <div className={styles['actions']}>
              <Button
                size="small"
                onClick={() => {
                  setTask({ kind: 'write', template: null });
                }}
              >
                <Plus size={14} aria-hidden />
                {text.prompts.newTemplate}
              </Button>
              <Button size="small" look="quiet" onClick={() => void templates.importFile().then(setError)}>
                <Download size={14} aria-hidden />
                {text.prompts.import}
              </Button>
              <Button
                size="small"
                look="quiet"
                disabled={templates.list.length === 0}
                onClick={() => void templates.exportFile().then(setError)}
              >
                <Upload size={14} aria-hidden />
                {text.prompts.export}
              </Button>
            </div>
          )}
        </div>
        <div className={styles['right']}>
          {task?.kind === 'write' && (
            <TemplateForm
              key={task.template?.id ?? 'new'}
              template={task.template}
              save={templates.save}
              onDone={() => {
                setTask(null);
              }}
            />
          )}
          {task?.kind === 'fill' && (
            <VariablesForm
              key={task.template.id}
              template={task.template}
              onDone={(template) => {
                if (template === null) setTask(null);
                else if (chosen !== null) insert({ ...chosen, kind: 'template', template });
              }}
            />
          )}
          {task === null && chosen !== null && (
            <EntryPreview
              entry={chosen}
              onUse={() => {
                take(chosen);
              }}
              onEdit={(template) => {
                setTask({ kind: 'write', template });
              }}
              onRemove={(template) => void templates.remove(template).then(setError)}
            />
          )}
          {task === null && chosen === null && kind === 'template' && search === '' && (
            <div className={styles['empty']}>
              <p className={styles['emptyTitle']}>{text.prompts.noTemplates}</p>
              <p>{text.prompts.noTemplatesHint}</p>
            </div>
          )}
        </div>
      </div>
      <p className={styles['keys']}>{text.prompts.keys}</p>
    </DialogFrame>
  );
}

function Trouble({ error }: { error: AppError }) {
  const words = errorWords(error, useText(), useFormat());
  return (
    <div className={styles['trouble']}>
      <Problem title={words.title}>
        <p>{words.message}</p>
      </Problem>
    </div>
  );
}
