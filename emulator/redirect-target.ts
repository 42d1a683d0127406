/**
 * A second origin for the `redirect` fault: it serves files without a key and notes what it was sent, so that a
 * client which carries its key along to strangers is found out.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notFound, sendError } from './answers.ts';
import { sendClip } from './media.ts';
import type { RecordedRequest } from './requests.ts';
import { addRecord, recordOf } from './requests.ts';

interface RedirectTarget {
  /** Listens from the first time on that it is asked. */
  urlFor(fileId: string): Promise<string>;
  close(): Promise<void>;
}

interface RedirectTargetOptions {
  readFile: (fileId: string) => Promise<Uint8Array | null>;
  requests: RecordedRequest[];
  now: () => number;
}

export function redirectTarget({ readFile, requests, now }: RedirectTargetOptions): RedirectTarget {
  let listening: Promise<number> | null = null;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const record = recordOf(request, now());
    addRecord(requests, record);
    const fileId = /^\/redirected\/([a-z0-9]+)\.mp4$/.exec(record.path)?.[1];
    const bytes = fileId === undefined ? null : await readFile(fileId);
    if (bytes === null) sendError(response, notFound('There is no such file.'));
    else sendClip(request, response, bytes, null);
    record.status = response.statusCode;
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });

  return {
    async urlFor(fileId) {
      listening ??= new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
          const address: AddressInfo | string | null = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
      });
      return `http://127.0.0.1:${await listening}/redirected/${fileId}.mp4`;
    },
    async close() {
      if (listening === null) return;
      await listening;
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}
