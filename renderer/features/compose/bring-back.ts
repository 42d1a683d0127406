/** A request of before comes back into the composer whole. Until all of it is there, nothing is sent. */
import type { Result } from '../../../preload/contract/result.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from './draft-store.ts';
import type { PutBack } from './draft-store.ts';
import { promptId } from './generate.ts';
import { frameIntake } from './image-intake.ts';
import { draftSourceOf, modelFor } from './source.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import type { Slot, Way } from './ways.ts';

export interface OldImage {
  name: string;
  mimeType: string;
  data: Uint8Array<ArrayBuffer>;
}

/** What of a request comes back after its words. */
export interface OldParts {
  /** The clip that it was made of; without an id it is not in the library any more. */
  source: { task: SourceTask; operationId: string | null } | null;
  images: { slot: Slot; fetch: () => Promise<Result<OldImage>> }[];
}

interface Words {
  text: Dictionary;
  format: Format;
}

export function wayOfMode(mode: Mode): Way {
  return mode === 'frames' || mode === 'references' ? mode : 'start';
}

/** The clip that a request of this mode was made of; null for the modes that have none. */
export function oldSource(mode: Mode, source: { operationId: string | null } | null): OldParts['source'] {
  if (mode !== 'extend' && mode !== 'edit') return null;
  return { task: mode, operationId: source?.operationId ?? null };
}

/** Gives why it is not there again, in words. What the service does not take is there, and says so itself. */
async function takeSource(
  { task, operationId }: NonNullable<OldParts['source']>,
  holds: () => boolean,
  text: Dictionary,
): Promise<string | null> {
  const found =
    operationId === null ? null : await call(() => window.zoetrope.operations.get({ operationId }));
  if (found?.ok !== true) return text.compose.sourceNotPutBack;
  if (!holds()) return null;
  const { models, model, setModel, setSource } = useDraft.getState();
  const source = draftSourceOf(found.value, task, models);
  // The model of before may not be offered any more, and the one that is chosen be of another kind.
  const able = modelFor(models, source);
  if (able !== null && model?.id !== found.value.request.model && model?.modes.includes(task) !== true) {
    setModel(able.id);
  }
  setSource(source);
  return null;
}

/** The prompt has the focus at once; what else there was follows. Something else that is given ends it. */
export async function bringBack(request: PutBack, parts: OldParts, words: Words): Promise<void> {
  useUi.getState().setMode('video');
  const holds = frameIntake.begin('first');
  useDraft.getState().putBack(request);
  document.getElementById(promptId)?.focus();
  const problems: (string | null)[] = [];
  if (parts.source !== null) problems.push(await takeSource(parts.source, holds, words.text));
  for (const { slot, fetch } of parts.images) {
    if (!holds()) return;
    useDraft.getState().setImageBusy(slot);
    const result = await fetch();
    if (!holds()) return;
    if (!result.ok) {
      problems.push(`${words.text.compose.imageNotPutBack} ${words.text.said(result.error.message)}`);
      continue;
    }
    const { name, mimeType, data } = result.value;
    problems.push(
      await frameIntake.takeAgain(new File([data], name, { type: mimeType }), slot, holds, words),
    );
  }
  if (!holds()) return;
  const said = problems.filter((problem) => problem !== null);
  useDraft.getState().setImageBusy(null);
  useDraft.getState().setImageProblem(said.length > 0 ? [...new Set(said)].join(' ') : null);
}
