/** Veo through the Gemini API (`predictLongRunning`), with an API key. */
import type { GenerateVideosOperation, GenerateVideosParameters } from '@google/genai';
import type { AppError } from '../../preload/contract/result.ts';
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { failureToError, networkError, readFailure, unknownOutcome, wasNeverSent } from './service-errors.ts';
import type { PollOutcome, StartOutcome, StartRequest, VideoBackend } from './video-backend.ts';

const createTimeoutMs = 120_000;
const pollTimeoutMs = 30_000;
/** Google's documentation says that blocked clips are not charged; of failed ones it says nothing. */
const chargeUnknown = 'Your usage at Google shows whether it was charged.';

/** The SDK's request for ours. Nothing that was not asked for is sent. */
function toParameters(request: StartRequest): GenerateVideosParameters {
  return {
    model: request.model,
    source: {
      prompt: request.prompt,
      ...(request.image
        ? {
            image: {
              imageBytes: Buffer.from(request.image.data).toString('base64'),
              mimeType: request.image.mimeType,
            },
          }
        : {}),
    },
    config: {
      numberOfVideos: 1,
      aspectRatio: request.aspectRatio,
      resolution: request.resolution,
      durationSeconds: request.durationSeconds,
      ...(request.negativePrompt ? { negativePrompt: request.negativePrompt } : {}),
    },
  };
}

/** An HTTP error status, as the SDK throws it. Known by its shape: the class is loaded lazily. */
function httpFailure(error: unknown): { status: number; message: string } | null {
  if (!(error instanceof Error) || error.name !== 'ApiError') return null;
  return 'status' in error && typeof error.status === 'number'
    ? { status: error.status, message: error.message }
    : null;
}

/** The request failed inside the app, before anything went out. */
function notSent(): AppError {
  return {
    code: 'internal',
    message:
      'Zoetrope could not put this request together, so nothing was sent. Try again, or restart the app.',
    retryable: true,
    details: { charged: false },
  };
}

/** Statuses with which the Gemini API itself turns a create down before it exists. */
function isRefusal(status: number): boolean {
  // 500 is the service's own INTERNAL: no operation was named, none can be polled. 502 and 504 come from what
  // stands between and say nothing of what happened behind.
  return (status >= 400 && status < 500 && status !== 408) || status === 500 || status === 503;
}

function startFailure(error: unknown): StartOutcome {
  const http = httpFailure(error);
  if (http) {
    const failure = readFailure(http.status, http.message);
    if (!isRefusal(http.status)) return { kind: 'unknown', error: unknownOutcome(failure.message) };
    if (http.status !== 500) return { kind: 'refused', error: failureToError(failure, { charged: false }) };
    const error = failureToError(failure);
    return { kind: 'refused', error: { ...error, message: `${error.message} ${chargeUnknown}` } };
  }
  if (wasNeverSent(error)) {
    return { kind: 'refused', error: { ...networkError(), details: { charged: false } } };
  }
  return { kind: 'unknown', error: unknownOutcome() };
}

function pollFailure(error: unknown): PollOutcome {
  const http = httpFailure(error);
  if (!http) return { kind: 'unreachable', error: networkError() };
  const failure = readFailure(http.status, http.message);
  if (http.status === 404) {
    return {
      kind: 'gone',
      error: {
        code: 'expired',
        message:
          'The service no longer knows this clip; it keeps them for two days. It may have been charged. Generate it again if you still want it.',
        retryable: true,
        details: { httpStatus: 404, ...(failure.message ? { serviceMessage: failure.message } : {}) },
      },
    };
  }
  return { kind: 'unreachable', error: failureToError(failure) };
}

/** What a poll's answer says. */
function readOperation(operation: GenerateVideosOperation): PollOutcome {
  if (operation.done !== true) return { kind: 'pending' };
  if (operation.error) {
    const words = operation.error['message'];
    const serviceMessage = typeof words === 'string' ? words : '';
    return {
      kind: 'failed',
      error: {
        code: 'service_error',
        message: serviceMessage
          ? `The service could not make this clip: ${serviceMessage} ${chargeUnknown} Try again, or change the prompt.`
          : `The service could not make this clip. ${chargeUnknown} Try again, or change the prompt.`,
        retryable: true,
        details: serviceMessage ? { serviceMessage } : {},
      },
    };
  }
  const uri = operation.response?.generatedVideos?.[0]?.video?.uri;
  if (uri) return { kind: 'done', videoUri: uri };
  const reasons = operation.response?.raiMediaFilteredReasons ?? [];
  if (reasons.length > 0 || (operation.response?.raiMediaFilteredCount ?? 0) > 0) {
    const reason = reasons.join(' ').trim();
    return {
      kind: 'blocked',
      error: {
        code: 'blocked',
        message: `Video generation blocked${reason ? `: ${reason}` : '.'} It is not charged. Try it again, or change the prompt.`,
        retryable: true,
        details: { charged: false, ...(reason ? { serviceMessage: reason } : {}) },
      },
    };
  }
  return {
    kind: 'failed',
    error: {
      code: 'empty_result',
      message: `The service finished without a clip and without a reason. ${chargeUnknown} Try again.`,
      retryable: true,
    },
  };
}

/** Makes the backend for one key and base URL. */
export function createGeminiVeo(access: GeminiAccess): VideoBackend {
  return {
    async start(request) {
      const traffic = { wasSent: false };
      const send: typeof fetch = (input, init) => {
        traffic.wasSent = true;
        return access.fetch(input, init);
      };
      try {
        const client = await geminiClient({ ...access, fetch: send }, createTimeoutMs);
        const operation = await client.models.generateVideos(toParameters(request));
        return operation.name
          ? { kind: 'accepted', remoteName: operation.name }
          : { kind: 'unknown', error: unknownOutcome() };
      } catch (error) {
        return traffic.wasSent ? startFailure(error) : { kind: 'refused', error: notSent() };
      }
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
