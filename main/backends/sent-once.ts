/** Sends a create with the knowledge whether anything of it went out. */
import { notSent, startFailure } from './outcomes.ts';

/** The two ends that an exception can have. */
type Failed = ReturnType<typeof startFailure>;

/**
 * Runs `create` with a fetch that notes its use: an exception before it is a failure inside the app, and after it the
 * service may have got the request.
 */
export async function sentOnce<Outcome>(
  send: typeof fetch,
  create: (send: typeof fetch) => Promise<Outcome>,
): Promise<Outcome | Failed> {
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
