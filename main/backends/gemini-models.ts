/** Which models a key of the Gemini API has: `GET /v1beta/models`, which costs nothing. */
import { z } from 'zod';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { failureToError, networkError } from './service-errors.ts';
import { readFailure } from './service-failure.ts';

const timeoutMs = 20_000;
/** The most that the service gives at once. */
const pageSize = 1000;
/** A list without an end is no list. */
const mostPages = 10;

const pageSchema = z.object({
  models: z
    .array(z.object({ name: z.string(), supportedGenerationMethods: z.array(z.string()).optional() }))
    .optional(),
  nextPageToken: z.string().optional(),
});
type Page = z.infer<typeof pageSchema>;
type Listed = NonNullable<Page['models']>[number];

/** Veo is asked by one method alone. Omni Flash names methods that say nothing of video. */
function canBeAsked({ name, supportedGenerationMethods: methods }: Listed): boolean {
  return !name.includes('/veo-') || methods === undefined || methods.includes('predictLongRunning');
}

function readPage(body: string): Page | null {
  try {
    return pageSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * The ids of all models that a key has. Null when the answer is no list: proxies and gateways have none (404), an empty
 * one or one of their own form, and what is not known is not refused.
 * @param whenNotFound what a 404 with this body means
 */
export async function listGeminiModels(
  access: GeminiAccess,
  whenNotFound: (body: string) => Result<null> = () => ok(null),
): Promise<Result<string[] | null>> {
  const found: Listed[] = [];
  let token: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const query = new URLSearchParams({ pageSize: String(pageSize), ...(token && { pageToken: token }) });
      const response = await access.fetch(`${access.baseUrl}/v1beta/models?${query.toString()}`, {
        headers: { 'x-goog-api-key': access.apiKey },
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = await response.text();
      if (response.status === 404) return whenNotFound(body);
      if (!response.ok) return fail(failureToError(readFailure(response.status, body)));
      const read = readPage(body);
      if (read === null) return ok(null);
      found.push(...(read.models ?? []));
      token = read.nextPageToken;
      if (!token) {
        const ids = found.filter(canBeAsked).map(({ name }) => name.replace(/^models\//, ''));
        return ok(found.length === 0 ? null : ids);
      }
    }
    return ok(null);
  } catch (error) {
    return fail(networkError(error));
  }
}
