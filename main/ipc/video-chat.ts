import type { VideoChatContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Started } from '../../preload/contract/video-chat.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Library } from '../services/library.ts';
import type { Handlers } from './registry.ts';

const started = (id: Result<string>): Result<Started> =>
  id.ok ? ok({ operation_id: id.value, status: 'pending' }) : id;

export function videoChatHandlers(
  generation: GenerationService,
  library: Library,
): Handlers<VideoChatContract> {
  type Request = Parameters<Handlers<VideoChatContract>['generate']>[0];
  const toRequest = (input: Request) => ({
    prompt: input.prompt,
    negativePrompt: input.negative_prompt || null,
    aspectRatio: input.aspect_ratio,
    resolution: input.resolution,
    duration: input.duration,
    sessionId: input.session_id ?? null,
    model: input.model ?? null,
  });
  return {
    generate: async (input) => started(await generation.submit({ ...toRequest(input), image: null })),
    generateWithImage: async (input) =>
      started(
        await generation.submit({
          ...toRequest(input),
          image: { name: input.image_file.name, data: input.image_file.data },
        }),
      ),
    status: (input) => library.status(input.operation_id),
    operations: () => ok(library.all()),
  };
}
