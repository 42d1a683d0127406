/** Finished videos: their bytes and their metadata. Shared by the wires that answer with file URIs. */
import { createHash } from 'node:crypto';
import { ServiceError, notFound, sendJson } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { takeFault } from './faults.ts';
import { checkKey } from './keys.ts';
import { sendClip } from './media.ts';
import type { Operation } from './operation-record.ts';

const webPage = Buffer.from('<!doctype html><title>Sign in</title><p>Please sign in to use this network.\n');

const noSuchFile = (id: string) =>
  notFound(`File ${id} was not found. Generated videos are kept for 2 days.`);

/** Sends a clip, or plays the fault that is to befall its download. */
export async function sendFile(
  context: EmulatorContext,
  { request, response }: Exchange,
  operation: Operation,
  bytes: Uint8Array,
): Promise<void> {
  const fault = takeFault([...operation.faults, ...context.faults], 'download', operation.id);
  switch (fault?.name) {
    case 'file-404':
      throw noSuchFile(operation.fileId);
    case 'file-410':
      throw new ServiceError(410, 'NOT_FOUND', `File ${operation.fileId} has expired.`);
    case 'redirect':
      response.writeHead(302, {
        location: await context.redirectUrl(operation.fileId),
        'content-length': 0,
      });
      response.end();
      return;
    case 'not-mp4':
      sendClip(request, response, webPage, null);
      return;
    case 'download-truncated':
      sendClip(request, response, bytes, 'half-file');
      return;
    case 'download-cut-once':
      sendClip(request, response, bytes, 'half-answer');
      return;
    default:
      sendClip(request, response, bytes, null);
  }
}

/** The same for a clip that goes inside an answer, as far as that can befall it. */
export function inlineBytes(context: EmulatorContext, operation: Operation, bytes: Uint8Array): Uint8Array {
  const fault = takeFault([...operation.faults, ...context.faults], 'download', operation.id);
  switch (fault?.name) {
    case 'not-mp4':
      return webPage;
    case 'download-truncated':
    case 'download-cut-once':
      return bytes.subarray(0, Math.floor(bytes.length / 2));
    default:
      return bytes;
  }
}

/** @param context shared by all wires */
export function filesRoutes(context: EmulatorContext): Route[] {
  async function open(exchange: Exchange): Promise<{ operation: Operation; bytes: Uint8Array }> {
    checkKey(exchange, context.keys);
    const { id = '' } = exchange.params;
    const operation = context.operations.findByFile(id);
    const bytes = operation === undefined ? null : await context.operations.readClip(operation);
    if (operation === undefined || bytes === null) throw noSuchFile(id);
    return { operation, bytes };
  }

  async function download(exchange: Exchange): Promise<void> {
    const { operation, bytes } = await open(exchange);
    await sendFile(context, exchange, operation, bytes);
  }

  async function describe(exchange: Exchange): Promise<void> {
    const { operation, bytes } = await open(exchange);
    const uri = `${context.publicUrl()}/v1beta/files/${operation.fileId}`;
    const created = new Date(operation.readyAtMs).toISOString();
    sendJson(exchange.response, 200, {
      name: `files/${operation.fileId}`,
      mimeType: 'video/mp4',
      // 64-bit numbers are strings in Google's JSON.
      sizeBytes: String(bytes.length),
      createTime: created,
      updateTime: created,
      expirationTime: new Date(context.operations.expiresAt(operation)).toISOString(),
      sha256Hash: createHash('sha256').update(bytes).digest('base64'),
      uri,
      downloadUri: `${uri}:download?alt=media`,
      state: 'ACTIVE',
      source: 'GENERATED',
      videoMetadata: { videoDuration: `${operation.request.durationSeconds}s` },
    });
  }

  return [
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/(?:v1|v1beta)\/files\/(?<id>[^/:]+):download$/,
      handle: download,
    },
    { methods: ['GET'], pattern: /^\/(?:v1|v1beta)\/files\/(?<id>[^/:]+)$/, handle: describe },
  ];
}
