/** Words from a text model of the Gemini API (`generateContent`), with an API key. A paid call like any other create. */
import type { GenerateContentResponse } from '@google/genai';
import type { AppError } from '../../preload/contract/result.ts';
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { sentOnce } from './sent-once.ts';

export interface TextRequest {
  model: string;
  /** What the model is to do. */
  instruction: string;
  prompt: string;
  /** JSON Schema of the answer. */
  schema: object;
  /** Thoughts included; what bounds the price. */
  mostOutputTokens: number;
}

export interface TextUsage {
  inputTokens: number;
  /** Thoughts included: they are charged as output. */
  outputTokens: number;
}

export type TextOutcome =
  /** `usage` is null where the service did not say it. */
  | { kind: 'answered'; text: string; usage: TextUsage | null }
  /** Nothing was written: the service turned it down, or its filter minded the prompt. */
  | { kind: 'refused'; error: AppError }
  /** It may have been made, and charged. */
  | { kind: 'unknown'; error: AppError };

export interface TextBackend {
  /** Sends one request, once. Never throws, never repeats. */
  ask(request: TextRequest): Promise<TextOutcome>;
}

/** Thinking takes its time; whoever hangs up earlier pays for what never arrives. */
const timeoutMs = 120_000;

function minded(reason: string): AppError {
  return {
    code: 'service_refused',
    message:
      'The service’s filter minded this prompt, so the text model wrote nothing. Reading it may have cost a fraction of a cent. Change the words it may have minded, or go on without.',
    retryable: false,
    details: { serviceMessage: reason },
  };
}

function read({ candidates, promptFeedback, usageMetadata }: GenerateContentResponse): TextOutcome {
  const blocked = promptFeedback?.blockReason;
  if (blocked !== undefined) {
    return { kind: 'refused', error: minded(promptFeedback?.blockReasonMessage ?? blocked) };
  }
  const parts = candidates?.[0]?.content?.parts ?? [];
  const text = parts.flatMap((part) => (part.thought === true ? [] : (part.text ?? []))).join('');
  const inputTokens = usageMetadata?.promptTokenCount;
  const usage =
    inputTokens === undefined
      ? null
      : {
          inputTokens,
          outputTokens: (usageMetadata?.candidatesTokenCount ?? 0) + (usageMetadata?.thoughtsTokenCount ?? 0),
        };
  return { kind: 'answered', text, usage };
}

/** Makes the backend for one key and base URL. */
export function createGeminiText(access: GeminiAccess): TextBackend {
  return {
    ask: ({ model, instruction, prompt, schema, mostOutputTokens }) =>
      sentOnce(access.fetch, async (send): Promise<TextOutcome> => {
        const client = await geminiClient({ ...access, fetch: send }, timeoutMs);
        const response = await client.models.generateContent({
          model,
          contents: [{ role: 'user', parts: [{ text: prompt }] }],
          config: {
            systemInstruction: instruction,
            responseMimeType: 'application/json',
            responseJsonSchema: schema,
            maxOutputTokens: mostOutputTokens,
          },
        });
        return read(response);
      }),
  };
}
