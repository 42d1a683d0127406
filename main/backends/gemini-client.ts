/** How main reaches the Gemini API: one client for a key and a base URL. */
import type { GoogleGenAI } from '@google/genai';

export const googleBaseUrl = 'https://generativelanguage.googleapis.com';

export interface GeminiAccess {
  /** Without a trailing slash. */
  baseUrl: string;
  apiKey: string;
  /**
   * Node's own fetch. Not Electron's: Chromium's network stack sends a request again by itself when a reused
   * connection breaks, a paid POST as well (net/http/http_network_transaction.cc, ShouldResendRequest).
   */
  fetch: typeof fetch;
}

/** A paid POST or a key must not follow a redirect to wherever it points. */
export function withoutRedirects(send: typeof fetch): typeof fetch {
  return (input, init) => send(input, { ...init, redirect: 'error' });
}

/** Loads the SDK when it is first needed: it is large, and the window must not wait for it. */
export async function geminiClient(access: GeminiAccess, timeoutMs: number): Promise<GoogleGenAI> {
  const { GoogleGenAI: Client } = await import('@google/genai');
  return new Client({
    apiKey: access.apiKey,
    // Said explicitly, so that the SDK's own environment switches decide nothing.
    vertexai: false,
    httpOptions: {
      baseUrl: access.baseUrl,
      apiVersion: 'v1beta',
      timeout: timeoutMs,
      fetch: withoutRedirects(access.fetch),
    },
  });
}

/** Nobody hears: what is given to it goes nowhere. */
const toNobody: typeof fetch = () => Promise.resolve(Response.json({}));

async function rehearse(): Promise<void> {
  const client = await geminiClient({ baseUrl: googleBaseUrl, apiKey: 'nobody', fetch: toNobody }, 1000);
  await client.models.generateVideos({ model: 'none', prompt: 'nothing' });
}

/**
 * Loads the SDK for a request that is about to come, and goes once through a create without a way out: what runs for
 * the first time takes several times as long. Where it cannot be loaded, the request says so.
 */
export function prepareSdk(): void {
  rehearse().catch(() => undefined);
}
