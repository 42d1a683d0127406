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

/** Loads the SDK for a request that is about to come. Where it cannot be loaded, the request says so. */
export function prepareSdk(): void {
  import('@google/genai').catch(() => undefined);
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
