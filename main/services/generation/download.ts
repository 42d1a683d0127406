/**
 * The app's own downloader: streams a finished clip from the service into a `.part` file and checks it. The key goes
 * to the service's own origin and nowhere else, redirects included.
 */
import { open, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { AppError } from '../../../preload/contract/result.ts';
import { wasNeverSent } from '../../backends/service-errors.ts';
import { isWholeMp4 } from './mp4-check.ts';

export type DownloadResult =
  | { kind: 'saved'; sizeBytes: number }
  /** The service has deleted the clip. */
  | { kind: 'expired'; error: AppError }
  /** Worth trying again: the service still has the clip. */
  | { kind: 'failed'; error: AppError };

export interface DownloadRequest {
  url: URL;
  /** Where the bytes go. What an earlier attempt left there is gone on with. */
  partFile: string;
  /** The ETag of the file that an earlier attempt began to bring; null where there was none. */
  partEtag: string | null;
  /** Told before the first byte of another file is written. */
  beginsAnew(etag: string | null): void;
  /** The headers for a URL, asked again after each redirect. */
  headersFor: (uri: URL) => Record<string, string>;
  fetch: typeof fetch;
  signal: AbortSignal;
}

const maxRedirects = 5;
/** So much is written at once, at the most. */
const writeBytes = 1024 * 1024;
/** `inline:` is the app's own, for a clip that came inside an answer; the backend's fetch opens it. */
const protocols = new Set(['https:', 'http:', 'inline:']);

/** Follows redirects by hand: fetch itself would carry the key header to the next host. */
async function request(
  { url: first, partEtag, headersFor, fetch: send, signal }: DownloadRequest,
  from: number,
): Promise<Response> {
  const range: Record<string, string> = from > 0 ? { range: `bytes=${from}-` } : {};
  // The rest of the very same file, or all of the one that took its place.
  if (from > 0 && partEtag !== null) range['if-range'] = partEtag;
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!protocols.has(url.protocol)) throw new Error('The service sent a strange address.');
    const response = await send(url, {
      headers: { ...headersFor(url), 'accept-encoding': 'identity', ...range },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.protocol === 'inline:') throw new Error('A redirect left the web.');
    // A clip asked for over TLS must not come, or show its address, in the clear.
    if (url.protocol === 'https:' && next.protocol !== 'https:') throw new Error('A redirect left TLS.');
    url = next;
  }
  throw new Error('The service redirects in a circle.');
}

function deletedByService(httpStatus: number): AppError {
  return {
    code: 'expired',
    message:
      'The service has deleted this clip; it keeps them for two days. It was charged. Generate it again if you still want it.',
    retryable: true,
    details: { httpStatus, charged: true },
  };
}

function failed(
  message: string,
  code: AppError['code'] = 'download_failed',
): Extract<DownloadResult, { kind: 'failed' }> {
  return { kind: 'failed', error: { code, message, retryable: true } };
}

/** The service has the clip and does not hand it out now. */
function notHandedOut(response: Response): DownloadResult {
  const { status } = response;
  const isAboutKey = status === 400 || status === 401 || status === 403;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    kind: 'failed',
    error: {
      code: 'download_failed',
      message: isAboutKey
        ? `The service does not hand out the finished clip with this key (${status}). Check the key in Settings; it is tried again by itself.`
        : `The service did not hand out the finished clip (${status}). It is tried again by itself.`,
      retryable: true,
      details: { httpStatus: status, ...(seconds > 0 ? { retryAfterSeconds: seconds } : {}) },
    },
  };
}

/** The error for a problem on this computer's side of the download, or for the network's. */
export function localFailure(error: unknown): Extract<DownloadResult, { kind: 'failed' }> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('The disk is full. Free some space; the download goes on by itself.', 'disk_full');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
    case 'EIO':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return failed(
        'The library folder cannot be written. Check the folder in Settings; the download goes on by itself.',
        'library_unavailable',
      );
    default:
      break;
  }
  return wasNeverSent(error)
    ? failed('The clip is finished, and the service cannot be reached. It is fetched by itself.', 'network')
    : failed('The download of the finished clip broke off. It is tried again by itself.');
}

/** How many bytes an earlier attempt left. */
async function bytesThere(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}

/** A weak one does not promise that the bytes are the same (RFC 9110, section 13.1.5). */
function strongEtag(response: Response): string | null {
  const etag = response.headers.get('etag');
  return etag?.startsWith('"') === true ? etag : null;
}

interface Body {
  /** Where in the file the answer's bytes begin. */
  from: number;
  /** The whole file's length; null where the service does not tell. */
  totalBytes: number | null;
}

/** Where the answer's bytes belong, or null when it is not the part that was asked for. */
function bodyOf(response: Response, asked: number): Body | null {
  if (response.status !== 206) {
    const length = response.headers.get('content-length');
    return { from: 0, totalBytes: length === null ? null : Number(length) };
  }
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
  if (range?.[1] === undefined || Number(range[1]) !== asked) return null;
  return { from: asked, totalBytes: range[2] === '*' ? null : Number(range[2]) };
}

/** Writes what comes behind what is there, all through two buffers; resolves to the bytes written, once they are on the disk. */
async function write(
  body: ReadableStream<Uint8Array>,
  partFile: string,
  from: number,
  signal: AbortSignal,
): Promise<number> {
  const reader = body.getReader({ mode: 'byob' });
  let written = 0;
  // The disk writes from one while the other is filled.
  let space = new Uint8Array(writeBytes);
  let other = new Uint8Array(writeBytes);
  let writing = Promise.resolve();
  let file: FileHandle | null = null;
  try {
    file = await open(partFile, from > 0 ? 'a' : 'w');
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read(space);
      if (done) break;
      await writing;
      written += value.byteLength;
      writing = file.writeFile(value);
      // Told by the next wait for it, which comes after a read.
      writing.catch(() => undefined);
      [space, other] = [other, new Uint8Array(value.buffer)];
    }
    await writing;
    await file.sync();
    return written;
  } finally {
    await reader.cancel().catch(() => undefined);
    // What went wrong is known; the file is not closed while it is written.
    await writing.catch(() => undefined);
    await file?.close();
  }
}

/** Whole, or taken away so that the next attempt begins anew. */
async function checked(partFile: string): Promise<DownloadResult> {
  if (await isWholeMp4(partFile)) return { kind: 'saved', sizeBytes: await bytesThere(partFile) };
  await rm(partFile, { force: true });
  return failed('What arrived is not a whole MP4 file. It is downloaded again by itself.');
}

/** Downloads once, going on where an earlier attempt broke off. Never throws. */
export async function downloadClip(wanted: DownloadRequest): Promise<DownloadResult> {
  const { partFile, signal } = wanted;
  try {
    const there = await bytesThere(partFile);
    const response = await request(wanted, there);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return { kind: 'expired', error: deletedByService(response.status) };
    }
    // Nothing is left to fetch after what is there.
    if (response.status === 416 && there > 0) {
      await response.body?.cancel();
      return await checked(partFile);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return notHandedOut(response);
    }
    const body = bodyOf(response, there);
    if (!response.body || !body) {
      await response.body?.cancel();
      await rm(partFile, { force: true });
      return notHandedOut(response);
    }
    if (body.from === 0) wanted.beginsAnew(strongEtag(response));
    const written = await write(response.body, partFile, body.from, signal);
    if (body.totalBytes !== null && body.totalBytes !== body.from + written) {
      return failed('The finished clip arrived incomplete. The rest is fetched by itself.');
    }
    return await checked(partFile);
  } catch (error) {
    return localFailure(error);
  }
}
