/**
 * Clips that come inside a poll's answer instead of at an address. Their address is `inline:` and the operation's
 * name: whoever opens it gets what the last poll brought, or the operation is asked once more. So a clip that was paid
 * for survives a crash between the poll and the file.
 */
import { timesMissingUntilGone } from './video-backend.ts';

/** What asking for an operation's clip once more gives. */
export type ClipAgain =
  | { kind: 'bytes'; data: Uint8Array }
  /** The service has it at an address now. */
  | { kind: 'address'; url: URL }
  /** The service says that it does not know it. */
  | { kind: 'gone' }
  /** Not to be had now; worth another try. */
  | { kind: 'failed'; reason: string };

export interface InlineClips {
  /** Keeps the bytes for a short while, and gives the clip's address. */
  keep(remoteName: string, data: Uint8Array): string;
  /** A fetch that opens `inline:` addresses too; all others go through `send`. */
  through(send: typeof fetch): typeof fetch;
}

/** Clips of this size are large: the newest few are held, the others asked for again. */
const maxKept = 2;

/** @param again asks the service for an operation's clip */
export function createInlineClips(again: (remoteName: string) => Promise<ClipAgain>): InlineClips {
  const kept = new Map<string, Uint8Array>();
  /** How often in a row the service said that it does not know an operation. */
  const missing = new Map<string, number>();

  async function ask(remoteName: string): Promise<ClipAgain> {
    const clip = await again(remoteName);
    const times = clip.kind === 'gone' ? (missing.get(remoteName) ?? 0) + 1 : 0;
    if (times > 0 && times < timesMissingUntilGone) {
      missing.set(remoteName, times);
      return { kind: 'failed', reason: 'The service does not find the operation at the moment.' };
    }
    missing.delete(remoteName);
    return clip;
  }

  async function open(remoteName: string): Promise<ClipAgain> {
    const data = kept.get(remoteName);
    if (data === undefined) return ask(remoteName);
    // Once: a second try means that something went wrong, and memory is not for keeping clips in.
    kept.delete(remoteName);
    return { kind: 'bytes', data };
  }

  return {
    keep(remoteName, data) {
      kept.set(remoteName, data);
      const oldest = kept.keys().next();
      if (kept.size > maxKept && oldest.done !== true) kept.delete(oldest.value);
      return `inline:${encodeURIComponent(remoteName)}`;
    },
    through: (send) => async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.protocol !== 'inline:') return send(input, init);
      const clip = await open(decodeURIComponent(url.pathname));
      switch (clip.kind) {
        case 'bytes':
          return answer(clip.data, new Headers(init?.headers).get('range'));
        case 'address':
          return new Response(null, { status: 302, headers: { location: clip.url.href } });
        case 'gone':
          return new Response(null, { status: 404 });
        case 'failed':
          throw new Error(clip.reason);
      }
    },
  };
}

/** As a server with ranges would answer. */
function answer(data: Uint8Array, range: string | null): Response {
  const total = data.length;
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  if (start > 0 && start >= total) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${total}` } });
  }
  const part = Buffer.from(data.subarray(start));
  return new Response(part, {
    status: start > 0 ? 206 : 200,
    headers: {
      'content-type': 'video/mp4',
      'content-length': String(part.length),
      ...(start > 0 ? { 'content-range': `bytes ${start}-${total - 1}/${total}` } : {}),
    },
  });
}
