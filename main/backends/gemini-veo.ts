/** Veo through the Gemini API (`predictLongRunning`), with an API key. */
import type { GenerateVideosOperation } from '@google/genai';
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { blocked, emptyResult, failedByService, gone, httpFailure } from './outcomes.ts';
import { sentOnce } from './sent-once.ts';
import { failureToError, networkError, readFailure, unknownOutcome } from './service-errors.ts';
import { veoParameters } from './veo-parameters.ts';
import type { PollOutcome, VideoBackend } from './video-backend.ts';

const createTimeoutMs = 120_000;
const pollTimeoutMs = 30_000;

function pollFailure(error: unknown): PollOutcome {
  const http = httpFailure(error);
  if (!http) return { kind: 'unreachable', error: networkError() };
  const failure = readFailure(http.status, http.body);
  if (http.status === 404) return gone(http.status, failure.message);
  return { kind: 'unreachable', error: failureToError(failure) };
}

/** What a poll's answer says. */
function readOperation(operation: GenerateVideosOperation): PollOutcome {
  if (operation.done !== true) return { kind: 'pending' };
  if (operation.error) {
    const words = operation.error['message'];
    return failedByService(typeof words === 'string' ? words : '');
  }
  const uri = operation.response?.generatedVideos?.[0]?.video?.uri;
  if (uri) return { kind: 'done', videoUri: uri };
  const reasons = operation.response?.raiMediaFilteredReasons ?? [];
  if (reasons.length > 0 || (operation.response?.raiMediaFilteredCount ?? 0) > 0) {
    return blocked(reasons.join(' ').trim());
  }
  return emptyResult();
}

/** Makes the backend for one key and base URL. */
export function createGeminiVeo(access: GeminiAccess): VideoBackend {
  return {
    start: (request) =>
      sentOnce(access.fetch, async (send) => {
        const client = await geminiClient({ ...access, fetch: send }, createTimeoutMs);
        const operation = await client.models.generateVideos(await veoParameters(request));
        return operation.name
          ? { kind: 'accepted', remoteName: operation.name }
          : { kind: 'unknown', error: unknownOutcome() };
      }),
    async poll(remoteName) {
      try {
        const [client, sdk] = await Promise.all([
          geminiClient(access, pollTimeoutMs),
          import('@google/genai'),
        ]);
        // A plain object with the name makes the SDK crash.
        const operation = new sdk.GenerateVideosOperation();
        operation.name = remoteName;
        return readOperation(await client.operations.getVideosOperation({ operation }));
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
