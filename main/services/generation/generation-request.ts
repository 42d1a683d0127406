/** What is asked of the engine, read as the rules and the rows want it. Pure. */
import type { VideoChoices } from '../../../preload/contract/domain.ts';
import type { Wish } from '../../../preload/contract/rules.ts';
import { requestLimits } from '../../../preload/contract/modes.ts';
import type { Mode, PersonGeneration } from '../../../preload/contract/modes.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import type { GivenImages } from './request-images.ts';

/** What may be left out was not asked for. */
export interface GenerationRequest
  extends GivenImages, Pick<OperationRow, 'prompt' | 'negativePrompt'>, Omit<VideoChoices, 'medium'> {
  /** Null for the current session. */
  sessionId: string | null;
  /** Null for the default, or the one that made the source. */
  model: string | null;
  /** The clip that is extended or edited. */
  source?: { task: SourceTask; operationId: string } | null;
  personGeneration?: PersonGeneration | null;
  seed?: number | null;
  /** False for a silent clip. */
  audio?: boolean;
  /** How often it is made. */
  takes?: number;
}

/** Came back from a file whose images are gone: without them it would be another request. */
export function isIncomplete({
  operation: { mode },
  upload,
  lastFrame,
  references,
}: OperationRecord): boolean {
  if (mode === 'references') return references.length === 0;
  return (
    ((mode === 'image' || mode === 'frames') && upload === null) || (mode === 'frames' && lastFrame === null)
  );
}

function modeOf({ image, lastFrame, references = [], source }: GenerationRequest): Mode {
  if (source) return source.task;
  if (lastFrame) return 'frames';
  if (image) return 'image';
  return references.length > 0 ? 'references' : 'text';
}

export function wishOf(request: GenerationRequest): Wish {
  return {
    mode: modeOf(request),
    aspectRatio: request.aspectRatio,
    resolution: request.resolution,
    duration: request.duration,
    hasNegativePrompt: Boolean(request.negativePrompt),
    references: request.references?.length ?? 0,
    personGeneration: request.personGeneration ?? null,
    seed: request.seed ?? null,
    audio: request.audio ?? true,
  };
}

/** One seed would give the same clip each time: each take has the next one. */
export function seedOf(seed: number | null, take: number): number | null {
  return seed === null ? null : (seed + take - 1) % (requestLimits.seed + 1);
}
