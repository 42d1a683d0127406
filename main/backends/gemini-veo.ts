/** Veo through the Gemini API (`predictLongRunning`), with an API key. */
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { emptyResult, gone, httpFailure, notSupported } from './outcomes.ts';
import { sentOnce } from './sent-once.ts';
import { readFailure } from './service-failure.ts';
import { failureToError, networkError, unknownOutcome } from './service-errors.ts';
import { readVeoOperation } from './veo-answer.ts';
import { veoParameters } from './veo-parameters.ts';
import type { PollOutcome, StartRequest, VideoBackend } from './video-backend.ts';

const createTimeoutMs = 120_000;
const pollTimeoutMs = 30_000;

function pollFailure(error: unknown): PollOutcome {
  const http = httpFailure(error);
  if (!http) return { kind: 'unreachable', error: networkError(error) };
  const failure = readFailure(http.status, http.body);
  if (http.status === 404) return gone(http.status, failure.message);
  return { kind: 'unreachable', error: failureToError(failure) };
}

/** The SDK throws on these for this service: they are for the Agent Platform. */
function refusedSetting({ seed, generateAudio }: StartRequest) {
  if (typeof seed === 'number') return notSupported('a seed');
  return generateAudio === false ? notSupported('the sound turned off') : null;
}

/** Makes the backend for one key and base URL. */
export function createGeminiVeo(access: GeminiAccess): VideoBackend {
  return {
    async start(request) {
      const refused = refusedSetting(request);
      if (refused) return { kind: 'refused', error: refused };
      return sentOnce(access.fetch, async (send) => {
        const client = await geminiClient({ ...access, fetch: send }, createTimeoutMs);
        const operation = await client.models.generateVideos(await veoParameters(request));
        return operation.name
          ? { kind: 'accepted', remoteName: operation.name }
          : { kind: 'unknown', error: unknownOutcome() };
      });
    },
    async poll(remoteName) {
      try {
        const [client, sdk] = await Promise.all([
          geminiClient(access, pollTimeoutMs),
          import('@google/genai'),
        ]);
        // A plain object with the name makes the SDK crash.
        const operation = new sdk.GenerateVideosOperation();
        operation.name = remoteName;
        const end = readVeoOperation(await client.operations.getVideosOperation({ operation }));
        // This service never sends a clip inside its answer.
        return end.kind === 'bytes' ? emptyResult() : end;
      } catch (error) {
        return pollFailure(error);
      }
    },
    downloadUrl: (videoUri) => new URL(videoUri),
    downloadHeaders(uri) {
      return uri.origin === new URL(access.baseUrl).origin ? { 'x-goog-api-key': access.apiKey } : {};
    },
  };
}
