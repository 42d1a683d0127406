/**
 * The app's own downloader: streams a finished clip from the service into a `.part` file and checks it. The key goes
 * to the service's own origin and nowhere else, redirects included.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { AppError } from '../../../preload/contract/result.ts';
import { isWholeMp4 } from './mp4-check.ts';

export type DownloadResult =
  | { kind: 'saved'; sizeBytes: number }
  /** The service has deleted the clip. */
  | { kind: 'expired'; error: AppError }
  /** Worth trying again: the service still has the clip. */
  | { kind: 'failed'; error: AppError };

export interface DownloadRequest {
  url: URL;
  /** Where the bytes go; overwritten. */
  partFile: string;
  /** The headers for a URL, asked again after each redirect. */
  headersFor: (uri: URL) => Record<string, string>;
  fetch: typeof fetch;
  signal: AbortSignal;
}

const maxRedirects = 5;

/** Follows redirects by hand: fetch itself would carry the key header to the next host. */
async function request({ url: first, headersFor, fetch: send, signal }: DownloadRequest): Promise<Response> {
  let url = first;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new Error('The service sent a strange address.');
    const response = await send(url, {
      headers: { ...headersFor(url), 'accept-encoding': 'identity' },
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || !location) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    // A clip asked for over TLS must not come, or show its address, in the clear.
    if (url.protocol === 'https:' && next.protocol !== 'https:') throw new Error('A redirect left TLS.');
    url = next;
  }
  throw new Error('The service redirects in a circle.');
}

function failed(message: string, code: AppError['code'] = 'download_failed'): DownloadResult {
  return { kind: 'failed', error: { code, message, retryable: true } };
}

/** The error for a problem on this computer's side of the download, or for the network's. */
function localFailure(error: unknown): DownloadResult {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed('The disk is full. Free some space; the download goes on by itself.', 'disk_full');
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return failed(
        'The library folder cannot be written. Check the folder in Settings; the download goes on by itself.',
        'library_unavailable',
      );
    default:
      return failed('The download of the finished clip broke off. It is tried again by itself.');
  }
}

/** Downloads once. Never throws. */
export async function downloadClip(wanted: DownloadRequest): Promise<DownloadResult> {
  try {
    const response = await request(wanted);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return {
        kind: 'expired',
        error: {
          code: 'expired',
          message:
            'The service has deleted this clip; it keeps them for two days. It was charged. Generate it again if you still want it.',
          retryable: true,
          details: { httpStatus: response.status, charged: true },
        },
      };
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return failed(
        `The service did not hand out the finished clip (${response.status}). It is tried again by itself.`,
      );
    }
    const announced = response.headers.get('content-length');
    const file = createWriteStream(wanted.partFile, { flags: 'w', flush: true });
    // The DOM's and Node's types of one and the same stream.
    const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    await pipeline(body, file, { signal: wanted.signal });
    if (announced !== null && Number(announced) !== file.bytesWritten) {
      return failed('The finished clip arrived incomplete. It is downloaded again by itself.');
    }
    if (!(await isWholeMp4(wanted.partFile))) {
      return failed('What arrived is not a whole MP4 file. It is downloaded again by itself.');
    }
    return { kind: 'saved', sizeBytes: file.bytesWritten };
  } catch (error) {
    return localFailure(error);
  }
}
