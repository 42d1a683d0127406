/** What the app put on the wire, read strictly: a field that nobody asked for fails the test. */
import { z } from 'zod';
import type { Emulator } from '../../../emulator/server.ts';
import type { RecordedRequest } from '../../../emulator/requests.ts';

const bodySchema = z.strictObject({
  instances: z.tuple([
    z.strictObject({
      prompt: z.string(),
      image: z.strictObject({ bytesBase64Encoded: z.base64(), mimeType: z.string() }).optional(),
    }),
  ]),
  parameters: z.strictObject({
    sampleCount: z.literal(1),
    aspectRatio: z.string(),
    resolution: z.string(),
    durationSeconds: z.number(),
    negativePrompt: z.string().optional(),
  }),
});

export interface SentRequest {
  prompt: string;
  aspectRatio: string;
  resolution: string;
  durationSeconds: number;
  negativePrompt: string | null;
  image: { mimeType: string; base64: string } | null;
}

function read({ body }: RecordedRequest): SentRequest {
  const { instances, parameters } = bodySchema.parse(body);
  const [{ prompt, image }] = instances;
  const { aspectRatio, resolution, durationSeconds, negativePrompt = null } = parameters;
  return {
    prompt,
    aspectRatio,
    resolution,
    durationSeconds,
    negativePrompt,
    image: image === undefined ? null : { mimeType: image.mimeType, base64: image.bytesBase64Encoded },
  };
}

/** Every attempt to start a generation, refused ones included, oldest first. */
export function attempts(emulator: Emulator): RecordedRequest[] {
  return emulator.requests.filter(({ path }) => path.includes(':predictLongRunning'));
}

/** What was asked for in each of them. */
export function sent(emulator: Emulator): SentRequest[] {
  return attempts(emulator).map(read);
}

/** The prompts of those that the service would have billed. */
export function billed(emulator: Emulator): string[] {
  return emulator.creates().map((request) => read(request).prompt);
}
