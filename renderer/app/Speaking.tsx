import { useEffect, useLayoutEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '../../preload/contract/domain.ts';
import { loadDictionary } from '../lib/i18n/languages.ts';
import { TextContext } from '../lib/i18n/text.ts';
import type { Dictionary } from '../lib/i18n/text.ts';
import { useAppState } from '../lib/queries.ts';

export interface Spoken {
  language: Language;
  dictionary: Dictionary;
}

/** Gives the window its words, and others when the user or the system speaks another language. */
export function Speaking({ first, children }: { first: Spoken; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);
  const wanted = useAppState().data?.language;

  useEffect(() => {
    if (wanted === undefined) return;
    let isOver = false;
    void loadDictionary(wanted).then((dictionary) => {
      if (isOver) return;
      setSpoken({ language: wanted, dictionary });
    });
    return () => {
      isOver = true;
    };
  }, [wanted]);

  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken]);

  return <TextContext value={spoken.dictionary}>{children}</TextContext>;
}
