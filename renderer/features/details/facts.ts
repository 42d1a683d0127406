/** What is known of an operation, as pairs of words. Pure. */
import { isVideo } from '../../../preload/contract/domain.ts';
import type { OperationSource, UploadInfo } from '../../../preload/contract/domain.ts';
import type { ClipDetails } from '../../../preload/contract/library.ts';
import type { Format } from '../../lib/format.ts';
import type { ModelName } from '../../lib/queries.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { modelLabel } from '../gallery/filter-list.ts';
import { shapeWords } from '../gallery/shape-words.ts';
import { statusWords } from '../gallery/status-words.ts';

export interface Fact {
  name: string;
  value: string;
  /** What the button beside it, which copies the value, is called. */
  copy?: string;
}

interface Words {
  text: Dictionary;
  format: Format;
  models: readonly ModelName[];
}

function costOf({ operation, spend }: ClipDetails, { text, format }: Words): string {
  if (operation.service === 'demo') return text.details.free;
  if (spend === null) return text.details.notSent;
  return text.details.charges[spend.state](format.usd(spend.amountUsd));
}

function namesOf(images: readonly UploadInfo[]): string | null {
  return images.length === 0 ? null : images.map(({ name }) => name).join(', ');
}

function sourceWords(source: OperationSource | null, text: Dictionary): string | null {
  if (source === null) return null;
  return source.operationId === null ? text.details.sourceGone(source.prompt) : source.prompt;
}

/** Only what is known; in the order in which it happens. */
export function detailFacts(details: ClipDetails, words: Words): Fact[] {
  const { text, format, models } = words;
  const labels = text.details;
  const { operation } = details;
  const { request, clip, finishedAt, group } = operation;
  const facts: Fact[] = [];
  const add = (name: string, value: string | null, copy?: string): void => {
    if (value !== null) facts.push({ name, value, ...(copy === undefined ? {} : { copy }) });
  };
  const moment = (ms: number | null): string | null => (ms === null ? null : format.moment(ms));

  add(labels.state, statusWords(operation, text));
  add(labels.model, modelLabel(models, request.model));
  add(labels.settings, shapeWords(request, text));
  add(labels.firstFrame, request.image?.name ?? null);
  add(labels.lastFrame, request.lastFrame?.name ?? null);
  add(isVideo(request) ? labels.references : text.images.inputs, namesOf(request.references));
  if (request.mode === 'extend' || request.mode === 'edit') {
    add(labels.source[request.mode], sourceWords(request.source, text));
  }
  add(labels.people, request.personGeneration && text.compose.peopleChoices[request.personGeneration]);
  add(labels.seed, request.seed === null ? null : String(request.seed));
  add(labels.sound, request.audio ? null : labels.silent);
  add(labels.takeOf, group && labels.take(format.number(group.take), format.number(group.takes)));
  add(labels.session, details.sessionName);
  add(labels.cost, costOf(details, words));
  add(labels.asked, moment(operation.createdAt));
  add(labels.sent, moment(details.submittedAt));
  add(labels.taken, moment(details.acceptedAt));
  add(labels.ended, moment(finishedAt));
  add(labels.took, finishedAt === null ? null : format.elapsed(operation.elapsedSeconds));
  add(labels.saved, moment(details.savedAt));
  add(labels.keptUntil, moment(operation.keptUntil));
  if (clip !== null) {
    add(
      labels.length,
      clip.durationSeconds === null ? null : labels.seconds(format.number(clip.durationSeconds)),
    );
    add(
      labels.pixels,
      clip.width === null || clip.height === null ? null : format.pixels(clip.width, clip.height),
    );
    add(labels.size, format.bytes(clip.sizeBytes));
    add(labels.file, clip.fileName);
  }
  add(labels.folder, details.folder);
  add(labels.id, operation.id, labels.copyId);
  add(labels.remoteName, details.remoteName, labels.copyRemoteName);
  return facts;
}
