/** Everything that a key of the Gemini API can make: Veo, Omni Flash and images. An operation's name says which made it. */
import { accountOf } from './account.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { createGeminiImages } from './gemini-images.ts';
import { createGeminiOmni } from './gemini-omni.ts';
import { createGeminiVeo } from './gemini-veo.ts';
import { isInteraction } from './omni-request.ts';
import type { VideoBackend } from './video-backend.ts';

const isOmni = (model: string) => model.startsWith('gemini-omni-');

/** Makes the backend for one key and base URL. */
export function createGemini(access: GeminiAccess): VideoBackend {
  const veo = createGeminiVeo(access);
  const omni = createGeminiOmni(access);
  const madeBy = (remoteName: string) => (isInteraction(remoteName) ? omni : veo);
  const account = accountOf(access.apiKey, 'gemini', access.baseUrl);
  return {
    ...omni,
    ...createGeminiImages(access),
    account,
    start: (request) => (isOmni(request.model) ? omni : veo).start(request),
    poll: (remoteName) => madeBy(remoteName).poll(remoteName),
    async cancel(remoteName) {
      await madeBy(remoteName).cancel?.(remoteName);
    },
  };
}
