/** Veo on the Agent Platform (formerly Vertex AI): `predictLongRunning` and `fetchPredictOperation`. */
import { accountOf } from './account.ts';
import { agentBaseUrl, agentClient } from './agent-client.ts';
import type { AgentPlatformAccess } from './agent-client.ts';
import { createAgentCredentials, credentialsError } from './agent-credentials.ts';
import { atAgentPlatform } from './agent-words.ts';
import { createInlineClips } from './inline-clips.ts';
import type { ClipAgain } from './inline-clips.ts';
import { gone, httpFailure } from './outcomes.ts';
import { sentOnce } from './sent-once.ts';
import { readFailure } from './service-failure.ts';
import { failureToError, networkError, unknownOutcome } from './service-errors.ts';
import { readVeoOperation } from './veo-answer.ts';
import type { VeoEnd } from './veo-answer.ts';
import { veoParameters } from './veo-parameters.ts';
import type { PollOutcome, StartOutcome, VideoBackend } from './video-backend.ts';

const createTimeoutMs = 120_000;
/** An answer may hold the whole clip. */
const pollTimeoutMs = 300_000;
const storage = 'https://storage.googleapis.com';

/** Makes the backend for one key, or one project and location. */
export function createAgentPlatformVeo(access: AgentPlatformAccess): VideoBackend {
  const { credentials, outputUri } = access;
  const storageUrl = access.storageUrl ?? storage;
  const own =
    credentials.kind === 'project' ? createAgentCredentials(access.fetch, credentials.authClient) : null;
  /** Null where a key is used. */
  const token = async () => (own ? await own.token() : null);

  function pollFailure(error: unknown): PollOutcome {
    const http = httpFailure(error);
    if (!http) return { kind: 'unreachable', error: networkError(error) };
    const failure = readFailure(http.status, http.body);
    if (http.status === 404) return gone(http.status, failure.message);
    return { kind: 'unreachable', error: atAgentPlatform(failureToError(failure), credentials.kind) };
  }

  async function ask(remoteName: string): Promise<VeoEnd> {
    const [client, sdk] = await Promise.all([
      agentClient(access, own, pollTimeoutMs),
      import('@google/genai'),
    ]);
    // A plain object with the name makes the SDK crash.
    const operation = new sdk.GenerateVideosOperation();
    operation.name = remoteName;
    return readVeoOperation(await client.operations.getVideosOperation({ operation }));
  }

  /** `gs://bucket/name` at Cloud Storage's JSON API. */
  function toUrl(uri: string): URL {
    const [, bucket, object] = /^gs:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
    if (bucket === undefined || object === undefined) return new URL(uri);
    return new URL(`${storageUrl}/storage/v1/b/${bucket}/o/${encodeURIComponent(object)}?alt=media`);
  }

  async function again(remoteName: string): Promise<ClipAgain> {
    try {
      const end = await ask(remoteName);
      if (end.kind === 'bytes') return end;
      if (end.kind === 'done') return { kind: 'address', url: toUrl(end.videoUri) };
      return { kind: 'failed', reason: `The operation has no clip any more (${end.kind}).` };
    } catch (error) {
      const failure = pollFailure(error);
      return failure.kind === 'gone' ? failure : { kind: 'failed', reason: 'The service cannot be reached.' };
    }
  }

  /** Buckets take a token, which has to be fetched. It goes to Cloud Storage and nowhere else. */
  const withToken =
    (send: typeof fetch): typeof fetch =>
    async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== new URL(storageUrl).origin) return send(input, init);
      const bearer = await token().catch(() => undefined);
      // As the bucket itself would say it to nobody.
      if (bearer === undefined) return new Response(null, { status: 401 });
      const headers = new Headers(init?.headers);
      if (bearer !== null) headers.set('authorization', `Bearer ${bearer}`);
      return send(input, { ...init, headers });
    };

  const inline = createInlineClips(again);
  const whose =
    credentials.kind === 'key' ? [credentials.apiKey] : [credentials.project, credentials.location];
  const account = accountOf(whose[0] ?? '', 'agent-platform', agentBaseUrl(access), ...whose.slice(1));

  async function create(
    send: typeof fetch,
    request: Parameters<VideoBackend['start']>[0],
  ): Promise<StartOutcome> {
    const { seed, generateAudio } = request;
    const client = await agentClient({ ...access, fetch: send }, own, createTimeoutMs);
    const parameters = await veoParameters(request, {
      ...(typeof seed === 'number' ? { seed } : {}),
      ...(typeof generateAudio === 'boolean' ? { generateAudio } : {}),
      ...(outputUri === null ? {} : { outputGcsUri: outputUri }),
    });
    const operation = await client.models.generateVideos(parameters);
    return operation.name
      ? { kind: 'accepted', remoteName: operation.name }
      : { kind: 'unknown', error: unknownOutcome() };
  }

  return {
    account,
    async start(request) {
      try {
        // Before the create, so that credentials which do not work are told from a create that failed.
        await token();
      } catch (error) {
        return { kind: 'refused', error: credentialsError(error) };
      }
      const outcome = await sentOnce(access.fetch, (send) => create(send, request));
      return outcome.kind === 'refused'
        ? { kind: 'refused', error: atAgentPlatform(outcome.error, credentials.kind) }
        : outcome;
    },
    async poll(remoteName) {
      try {
        await token();
      } catch (error) {
        return { kind: 'unreachable', error: credentialsError(error) };
      }
      try {
        const end = await ask(remoteName);
        if (end.kind !== 'bytes') return end;
        return { kind: 'done', videoUri: inline.keep(remoteName, end.data) };
      } catch (error) {
        return pollFailure(error);
      }
    },
    downloadUrl: toUrl,
    downloadHeaders(uri) {
      const ours = uri.origin === new URL(agentBaseUrl(access)).origin;
      return ours && credentials.kind === 'key' ? { 'x-goog-api-key': credentials.apiKey } : {};
    },
    downloadThrough: (send) => inline.through(withToken(send)),
  };
}
