import type { VideoChatContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Library } from '../services/library.ts';
import type { Handlers } from './registry.ts';
import { started } from './started.ts';

/** Only what main looks at: a type that a window says is not believed. */
const toImage = ({ name, data }: { name: string; data: Uint8Array }) => ({ name, data });

export function videoChatHandlers(
  generation: GenerationService,
  library: Library,
): Handlers<VideoChatContract> {
  type Request = Parameters<Handlers<VideoChatContract>['generate']>[0];
  const sourceOf = (input: Request) => {
    if (input.extend_operation_id !== undefined) {
      return { task: 'extend', operationId: input.extend_operation_id } as const;
    }
    return input.edit_operation_id === undefined
      ? null
      : ({ task: 'edit', operationId: input.edit_operation_id } as const);
  };
  const toRequest = (input: Request) => ({
    prompt: input.prompt,
    negativePrompt: input.negative_prompt || null,
    aspectRatio: input.aspect_ratio,
    resolution: input.resolution,
    duration: input.duration,
    sessionId: input.session_id ?? null,
    model: input.model ?? null,
    lastFrame: input.last_frame_file ? toImage(input.last_frame_file) : null,
    references: (input.reference_images ?? []).map(toImage),
    source: sourceOf(input),
    personGeneration: input.person_generation ?? null,
    seed: input.seed ?? null,
    audio: input.generate_audio ?? true,
    takes: input.takes ?? 1,
  });
  return {
    generate: async (input) => started(await generation.submit({ ...toRequest(input), image: null })),
    generateWithImage: async (input) =>
      started(
        await generation.submit({
          ...toRequest(input),
          image: toImage(input.image_file),
        }),
      ),
    status: (input) => library.status(input.operation_id),
    operations: () => ok(library.all()),
  };
}
