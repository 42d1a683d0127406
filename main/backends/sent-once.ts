/** Sends a create with the knowledge whether anything of it went out. */
import { notSent, startFailure } from './outcomes.ts';
import type { StartOutcome } from './video-backend.ts';

/**
 * Runs `create` with a fetch that notes its use: an exception before it is a failure inside the app, and after it the
 * service may have got the request.
 */
export async function sentOnce(
  send: typeof fetch,
  create: (send: typeof fetch) => Promise<StartOutcome>,
): Promise<StartOutcome> {
  const traffic = { wasSent: false };
  try {
    return await create((input, init) => {
      traffic.wasSent = true;
      return send(input, init);
    });
  } catch (error) {
    return traffic.wasSent ? startFailure(error) : { kind: 'refused', error: notSent() };
  }
}
