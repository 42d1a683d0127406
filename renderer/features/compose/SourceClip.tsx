import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useNow } from '../../lib/ticker.ts';
import { stretchWords } from '../gallery/stretch-words.ts';
import { useDraft } from './draft-store.ts';
import { draftSourceProblem } from './source.ts';
import { SourceCard } from './SourceCard.tsx';
import type { DraftSource } from './ways.ts';

/** The clip that is extended or edited, and how long the service still takes it. */
export function SourceClip({ source }: { source: DraftSource }) {
  const text = useText();
  const setSource = useDraft((state) => state.setSource);
  const model = useDraft((state) => state.model);
  const service = useDraft((state) => state.service);
  const aspectRatio = useDraft((state) => state.choices.aspectRatio);
  const format = useFormat();
  const now = useNow();
  const problem = model && draftSourceProblem(source, { model, service, aspectRatio, now });
  const left = source.until === null ? 0 : source.until - now;
  return (
    <SourceCard
      label={text.compose.source[source.task]}
      prompt={source.prompt}
      posterUrl={source.posterUrl}
      line={problem ?? text.compose.sourceLeft[source.task](stretchWords(left, text, format))}
      hint={text.compose.sourceHint[source.task]}
      leaveLabel={text.compose.leaveSource}
      onLeave={() => {
        setSource(null);
      }}
    />
  );
}
