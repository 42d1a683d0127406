/** What a draft is made of, and which mode that is. Pure. */
import type { Duration, ImageFacts, OperationSource } from '../../../preload/contract/domain.ts';
import type { Mode, PersonGeneration } from '../../../preload/contract/modes.ts';
import type { ModelInfo, ModelOffer } from '../../../preload/contract/models.ts';
import { peopleFor } from '../../../preload/contract/rules.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import type { Source, SourceTask } from '../../../preload/contract/source-rules.ts';

/** An image that main found good. Its bytes go to the service as they are. */
export interface DraftImage extends ImageFacts {
  data: Uint8Array<ArrayBuffer>;
  /** `blob:` URL of the preview; revoked when the image goes. */
  previewUrl: string;
}

/** Where an image goes. */
export type Slot = 'first' | 'last' | 'reference';

/** Every well that the window has: `input` is what an image is made of. */
export type WellSlot = Slot | 'input';

/** How a clip begins: with words and perhaps an image, between two frames, or with things that are to be in it. */
export const ways = ['start', 'frames', 'references'] as const;
export type Way = (typeof ways)[number];

/** A clip that is extended or edited. */
export interface DraftSource extends Omit<OperationSource, 'operationId'> {
  task: SourceTask;
  operationId: string;
  posterUrl: string | null;
  /** Of what is made of it by an edit. */
  duration: Duration;
  /** What of it decides on whether the service takes it. */
  facts: Omit<Source, 'until'>;
  /** Until when the service takes it, milliseconds since 1970; null when it does not. */
  until: number | null;
}

/** What of the draft decides on the mode. */
export interface Made {
  model: ModelOffer | null;
  way: Way;
  image: DraftImage | null;
  lastFrame: DraftImage | null;
  references: readonly DraftImage[];
  source: DraftSource | null;
}

const wayModes: Record<Way, Mode> = { start: 'text', frames: 'frames', references: 'references' };

export const modeOfWay = (way: Way): Mode => wayModes[way];

export function canGo(model: ModelInfo | null, way: Way): boolean {
  return model === null || model.modes.includes(wayModes[way]);
}

/** The way that the model goes: the chosen one, or the plain one where it does not know that. */
export function wayOf({ model, way }: Pick<Made, 'model' | 'way'>): Way {
  return canGo(model, way) ? way : 'start';
}

export function modeOf(made: Made): Mode {
  if (made.source !== null) return made.source.task;
  const way = wayOf(made);
  if (way !== 'start') return wayModes[way];
  return made.image === null ? 'text' : 'image';
}

/** As many of the references as the model takes, in their order. */
export function sentReferences({ model, references }: Pick<Made, 'model' | 'references'>): DraftImage[] {
  return references.slice(0, model?.mostReferences ?? references.length);
}

/** What is wanted, with what a source does not leave open. */
export function wantedWith(source: DraftSource | null, wanted: Shape): Shape {
  if (source === null) return wanted;
  const { duration, facts } = source;
  const { aspectRatio } = facts;
  return source.task === 'edit' ? { ...wanted, aspectRatio, duration } : { ...wanted, aspectRatio };
}

/** What can be said beside the prompt. What the model does not take just now is kept, and not sent. */
export interface Extras {
  people: PersonGeneration | null;
  /** As it is typed. */
  seed: string;
  audio: boolean;
}

/** The extras that are sent. */
export function sentExtras(model: ModelInfo | null, mode: Mode, { people, seed, audio }: Extras) {
  const allowed = model === null ? [] : peopleFor(model, mode);
  return {
    people: people !== null && allowed.includes(people) ? people : null,
    seed: model?.takesSeed === true && seed.trim() !== '' ? Number(seed) : null,
    audio: audio || model?.canBeSilent !== true,
  };
}
