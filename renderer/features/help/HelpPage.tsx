// What scrolls has to be reachable by keyboard, with nothing in it that takes the focus.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Search } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { Markdown } from './Markdown.tsx';
import { documentsFor } from './documents.ts';
import type { HelpDocument } from './documents.ts';
import { searchHelp } from './search.ts';
import type { Found } from './search.ts';
import styles from './HelpPage.module.css';

/** Where a link of `from` leads; null when it is not in the documents. */
function target(documents: readonly HelpDocument[], from: HelpDocument, href: string): string | null {
  const [file = '', anchor = ''] = href.split('#');
  const name =
    file === ''
      ? from.name
      : (file
          .split('/')
          .at(-1)
          ?.replace(/(\.[a-z]{2})?\.md$/, '') ?? '');
  const document = documents.find((each) => each.name === name);
  const section = document?.sections.find(({ id }) => id === `${name}#${anchor}`) ?? document?.sections[0];
  return section?.id ?? null;
}

/** All documents: search and contents on the left, the one that is read on the right. */
export default function HelpPage() {
  const text = useText();
  const documents = useMemo(() => documentsFor(text.language), [text.language]);
  const [name, setName] = useState(() => useUi.getState().helpDocument ?? documents[0]?.name ?? '');
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query);
  const found = useMemo(() => searchHelp(documents, searched), [documents, searched]);
  const page = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // The dialog was open before this was loaded.
  useEffect(() => {
    field.current?.focus();
  }, []);
  const shown = documents.find((each) => each.name === name) ?? documents[0];
  if (shown === undefined) return null;

  const show = (id: string): void => {
    setName(id.split('#')[0] ?? '');
    // After the document has been drawn.
    requestAnimationFrame(() => {
      const section = page.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`);
      section?.scrollIntoView({ block: 'start' });
      section?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
    });
  };

  return (
    <div className={styles['help']}>
      <nav className={styles['side']} aria-label={text.help.contents}>
        <label className={styles['search']}>
          <Search size={14} aria-hidden />
          <input
            type="search"
            ref={field}
            value={query}
            placeholder={text.help.search}
            aria-label={text.help.search}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
        </label>
        {searched.trim() === '' ? (
          <Contents documents={documents} shown={shown} onShow={show} />
        ) : (
          <Results found={found} onShow={show} />
        )}
      </nav>
      <div
        className={styles['page']}
        ref={page}
        lang={shown.language}
        role="region"
        aria-label={shown.title}
        tabIndex={0}
      >
        {shown.sections.map(({ id, title, level, tokens }) => (
          <section key={id} data-section={id}>
            <h3 className={cx(styles['title'], styles[`level${level}`])} tabIndex={-1}>
              {title}
            </h3>
            <Markdown
              tokens={tokens}
              onLink={(href) => {
                const id = target(documents, shown, href);
                if (id !== null) show(id);
              }}
            />
          </section>
        ))}
      </div>
    </div>
  );
}

interface ContentsProps {
  documents: readonly HelpDocument[];
  shown: HelpDocument;
  onShow: (id: string) => void;
}

function Contents({ documents, shown, onShow }: ContentsProps) {
  return (
    <ul className={styles['list']}>
      {documents.map((document) => (
        <li key={document.name}>
          <button
            type="button"
            className={cx(styles['entry'], styles['document'])}
            aria-current={document === shown ? 'page' : undefined}
            onClick={() => {
              onShow(document.sections[0]?.id ?? document.name);
            }}
          >
            {document.title}
          </button>
          {document === shown && (
            <ul className={styles['list']}>
              {document.sections
                .filter(({ level }) => level === 2)
                .map(({ id, title }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className={styles['entry']}
                      onClick={() => {
                        onShow(id);
                      }}
                    >
                      {title}
                    </button>
                  </li>
                ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Results({ found, onShow }: { found: readonly Found[]; onShow: (id: string) => void }) {
  const text = useText();
  return (
    <>
      <output className={styles['count']}>{text.help.found(found.length)}</output>
      <ul className={styles['list']}>
        {found.map(({ document, section, excerpt }) => (
          <li key={section.id}>
            <button
              type="button"
              className={styles['entry']}
              onClick={() => {
                onShow(section.id);
              }}
            >
              <span className={styles['document']}>{section.title}</span>
              <span className={styles['excerpt']}>{excerpt === '' ? document.title : excerpt}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
