/** Omni Flash through the Gemini API (Interactions), with an API key. */
import type { GoogleGenAI } from '@google/genai';
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { createInlineClips } from './inline-clips.ts';
import type { ClipAgain } from './inline-clips.ts';
import { readInteraction } from './omni-answer.ts';
import type { InteractionEnd } from './omni-answer.ts';
import { idOfInteraction, nameOfInteraction, omniRequest } from './omni-request.ts';
import { gone, httpFailure, notSupported } from './outcomes.ts';
import { sentOnce } from './sent-once.ts';
import { readFailure } from './service-failure.ts';
import { failureToError, networkError, unknownOutcome } from './service-errors.ts';
import type { PollOutcome, StartRequest, VideoBackend } from './video-backend.ts';

const createTimeoutMs = 120_000;
/** Longer than for the other wires: an answer may hold the whole clip. */
const pollTimeoutMs = 300_000;

/**
 * The Interactions client sends everything up to five times unless it is told not to, creates too: one click could be
 * billed five times. It does not look at the client's own retry options.
 */
const once = { maxRetries: 0 };

function refusedSetting({ negativePrompt, personGeneration, seed, generateAudio }: StartRequest) {
  if (negativePrompt) return notSupported('a negative prompt');
  if (personGeneration) return notSupported('a setting for people');
  if (typeof seed === 'number') return notSupported('a seed');
  return generateAudio === false ? notSupported('the sound turned off') : null;
}

/** Some new keys get this although nothing but the key was sent; the job runs on. */
const isPassing = (message: string) => /multiple authentication credentials/i.test(message);

/** An id that the service does not know is answered with 400; other refusals say nothing of the operation. */
function isUnknownId(status: number, message: string): boolean {
  if (status === 404) return true;
  return (
    status === 400 &&
    /interaction/i.test(message) &&
    /not found|not exist|unknown|invalid (interaction )?id/i.test(message)
  );
}

function pollFailure(error: unknown): PollOutcome {
  const http = httpFailure(error);
  if (!http) return { kind: 'unreachable', error: networkError(error) };
  const failure = readFailure(http.status, http.body);
  if (!isPassing(failure.message) && isUnknownId(http.status, failure.message)) {
    return gone(http.status, failure.message);
  }
  return { kind: 'unreachable', error: failureToError(failure) };
}

/** Makes the backend for one key and base URL. */
export function createGeminiOmni(access: GeminiAccess): VideoBackend {
  async function ask(remoteName: string): Promise<InteractionEnd> {
    const client: GoogleGenAI = await geminiClient(access, pollTimeoutMs);
    return readInteraction(
      await client.interactions.get(idOfInteraction(remoteName), { stream: false }, once),
    );
  }

  const toUrl = (uri: string) => new URL(uri, `${access.baseUrl}/`);

  async function again(remoteName: string): Promise<ClipAgain> {
    try {
      const end = await ask(remoteName);
      if (end.kind === 'bytes') return end;
      if (end.kind === 'done') return { kind: 'address', url: toUrl(end.videoUri) };
      return { kind: 'failed', reason: `The interaction has no clip any more (${end.kind}).` };
    } catch (error) {
      const failure = pollFailure(error);
      return failure.kind === 'gone' ? failure : { kind: 'failed', reason: 'The service cannot be reached.' };
    }
  }

  const inline = createInlineClips(again);

  return {
    async start(request) {
      const refused = refusedSetting(request);
      if (refused) return { kind: 'refused', error: refused };
      return sentOnce(access.fetch, async (send) => {
        const client = await geminiClient({ ...access, fetch: send }, createTimeoutMs);
        const interaction = await client.interactions.create(omniRequest(request), once);
        return interaction.id
          ? { kind: 'accepted', remoteName: nameOfInteraction(interaction.id) }
          : { kind: 'unknown', error: unknownOutcome() };
      });
    },
    async poll(remoteName) {
      try {
        const end = await ask(remoteName);
        if (end.kind !== 'bytes') return end;
        return { kind: 'done', videoUri: inline.keep(remoteName, end.data) };
      } catch (error) {
        return pollFailure(error);
      }
    },
    async cancel(remoteName) {
      const client = await geminiClient(access, createTimeoutMs);
      await client.interactions.cancel(idOfInteraction(remoteName), {}, once);
    },
    downloadUrl: toUrl,
    downloadHeaders(uri) {
      return uri.origin === new URL(access.baseUrl).origin ? { 'x-goog-api-key': access.apiKey } : {};
    },
    downloadThrough: inline.through,
  };
}
