/** Veo on the Agent Platform: `:predictLongRunning` and `:fetchPredictOperation`, and buckets for its output. */
import { ServiceError, invalidArgument, notFound, sendJson } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { readJson } from './exchange.ts';
import { inlineBytes, sendFile } from './files-routes.ts';
import type { GenerationFlow } from './generation-flow.ts';
import { checkKeyOrToken } from './keys.ts';
import { modelProblem } from './models.ts';
import type { Offer } from './models.ts';
import type { Operation, Order } from './operation-record.ts';
import type { Delivery, Outcome } from './state.ts';
import type { Fields } from './veo-fields.ts';
import {
  isFields,
  malformedJson,
  notAValue,
  promptOf,
  readImage,
  textOrNull,
  wholeOrNull,
} from './veo-fields.ts';
import type { ExtendedClip } from './veo-request.ts';
import { parseVeoRequest } from './veo-request.ts';

/** A request with a key instead of a project belongs to the key's own. */
const expressPlace = 'projects/emulator-project/locations/us-central1';
const maxSamples = 4;
/** How long a video that came as bytes is taken to be. */
const assumedSeconds = 8;

const modelPath = String.raw`(?:(?<place>projects/[^/]+/locations/[^/]+)/)?publishers/google/models/(?<model>[^/:]+)`;
const route = (method: string) => new RegExp(`^/(?<version>v1|v1beta1)/${modelPath}:${method}$`);

/** @param context shared by all wires */
export function agentRoutes(context: EmulatorContext, flow: GenerationFlow): Route[] {
  const { operations } = context;
  const check = (exchange: Exchange) => checkKeyOrToken(exchange, context.keys);

  function extended({ gcsUri, bytesBase64Encoded }: Fields): ExtendedClip {
    if (typeof gcsUri === 'string' && gcsUri !== '') {
      const operation = operations.findByStorage(gcsUri);
      if (operation === undefined) throw notFound(`The object ${gcsUri.slice(0, 200)} was not found.`);
      return { operation, durationSeconds: operation.request.durationSeconds };
    }
    if (typeof bytesBase64Encoded === 'string' && bytesBase64Encoded !== '') {
      return { operation: null, durationSeconds: assumedSeconds };
    }
    throw invalidArgument('`video` needs either `gcsUri` or `bytesBase64Encoded`.');
  }

  function parse(
    body: unknown,
    offer: Offer,
    { model = '', version = '', place }: Exchange['params'],
  ): Order {
    const problem = modelProblem(offer, model, 'agent', { version, method: 'predictLongRunning' });
    if (problem !== null) throw problem;
    const { request, samples, extensions, parameters } = parseVeoRequest(body, {
      model,
      ...{ maxSamples, adultsOnly: false, anyPerson: true, video: extended },
      image: (value, where) =>
        isFields(value) && 'gcsUri' in value ? bucketImage(value) : readImage(value, where),
    });
    wholeOrNull(parameters, 'compressionQuality', 0, 100);
    const resizeMode = textOrNull(parameters['resizeMode'], 'resizeMode');
    if (resizeMode !== null && !['pad', 'crop'].includes(resizeMode))
      throw notAValue('resizeMode', resizeMode);
    return {
      ...{ wire: 'agent', model, request, samples, extensions, previousId: null },
      delivery: deliveryOf(textOrNull(parameters['storageUri'], 'storageUri')),
      name: (id) => `${place ?? expressPlace}/publishers/google/models/${model}/operations/${id}`,
    };
  }

  async function create(exchange: Exchange): Promise<void> {
    await flow.create(exchange, {
      checkKey: check,
      malformed: malformedJson,
      modelOf: () => exchange.params['model'] ?? '',
      promptOf,
      parse: (body, offer) => parse(body, offer, exchange.params),
      brokenJson: '{"name": "projects/',
      answer: ({ name }) => {
        sendJson(exchange.response, 200, { name });
      },
    });
  }

  async function poll(exchange: Exchange): Promise<void> {
    const body = await readJson(exchange);
    check(exchange);
    const asked = isFields(body) ? body['operationName'] : undefined;
    if (typeof asked !== 'string') throw invalidArgument('`operationName` is required.');
    const unknown = () => notFound(`The operation ${asked.slice(0, 300)} was not found.`);
    const operation = operations.find(asked);
    if (operation?.wire !== 'agent' || operation.model !== exchange.params['model']) throw unknown();
    if (flow.disturbed(exchange, operation, unknown)) return;
    const outcome = await flow.outcomeOf(operation);
    const { name } = operation;
    sendJson(exchange.response, 200, outcome === null ? { name } : await done(operation, outcome));
  }

  async function done(operation: Operation, outcome: Outcome): Promise<unknown> {
    const { name } = operation;
    if (outcome.kind === 'failed') {
      return { name, done: true, error: { code: outcome.code, message: outcome.message } };
    }
    const type = 'type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse';
    return { name, done: true, response: { '@type': type, ...(await responseOf(operation, outcome)) } };
  }

  async function responseOf(
    operation: Operation,
    outcome: Exclude<Outcome, { kind: 'failed' }>,
  ): Promise<Record<string, unknown>> {
    switch (outcome.kind) {
      case 'blocked':
        return {
          raiMediaFilteredCount: operation.samples,
          raiMediaFilteredReasons: Array.from({ length: operation.samples }, () => outcome.reason),
        };
      case 'empty':
      case 'cancelled':
        return {};
      case 'clip': {
        const numbers = Array.from({ length: operation.samples }, (_, number) => number);
        return {
          raiMediaFilteredCount: 0,
          videos: await Promise.all(numbers.map((number) => videoOf(operation, number))),
        };
      }
    }
  }

  async function videoOf(operation: Operation, number: number): Promise<unknown> {
    const { delivery, id, name } = operation;
    if (delivery.kind === 'storage') {
      return { gcsUri: `${delivery.folder}/${id}/sample_${number}.mp4`, mimeType: 'video/mp4' };
    }
    const bytes = await operations.readClip(operation);
    if (bytes === null) throw notFound(`The operation ${name} was not found.`);
    const sent = inlineBytes(context, operation, bytes);
    return { bytesBase64Encoded: Buffer.from(sent).toString('base64'), mimeType: 'video/mp4' };
  }

  /** Cloud Storage's JSON API, for what was written there. */
  async function download(exchange: Exchange): Promise<void> {
    check(exchange);
    if (exchange.request.headers.authorization === undefined) {
      throw new ServiceError(
        401,
        'UNAUTHENTICATED',
        'Anonymous caller does not have storage.objects.get access to the Google Cloud Storage object.',
      );
    }
    const { bucket = '', object = '' } = exchange.params;
    const operation = operations.findByStorage(`gs://${bucket}/${object}`);
    const bytes = operation === undefined ? null : await operations.readClip(operation);
    if (operation === undefined || bytes === null) throw notFound(`No such object: ${bucket}/${object}`);
    await sendFile(context, exchange, operation, bytes);
  }

  return [
    { methods: ['POST'], pattern: route('predictLongRunning'), handle: create },
    { methods: ['POST'], pattern: route('fetchPredictOperation'), handle: poll },
    {
      methods: ['GET', 'HEAD'],
      pattern: /^\/(?:download\/)?storage\/v1\/b\/(?<bucket>[^/]+)\/o\/(?<object>.+)$/,
      handle: download,
    },
  ];
}

function deliveryOf(storageUri: string | null): Delivery {
  if (storageUri === null || storageUri === '') return { kind: 'inline' };
  if (!/^gs:\/\/[a-z0-9][a-z0-9._-]+(\/.*)?$/.test(storageUri)) {
    throw invalidArgument(
      `\`storageUri\` needs to be a Cloud Storage URI, not "${storageUri.slice(0, 100)}".`,
    );
  }
  return { kind: 'storage', folder: storageUri.replace(/\/+$/, '') };
}

/** The emulator has no buckets with images: whoever names one gets the form of it, and the clip shows nothing of it. */
function bucketImage({ gcsUri, mimeType }: Fields) {
  if (typeof gcsUri !== 'string' || !gcsUri.startsWith('gs://') || typeof mimeType !== 'string') {
    throw invalidArgument('An image needs `gcsUri` and `mimeType`, or `bytesBase64Encoded` and `mimeType`.');
  }
  return { mimeType, data: new Uint8Array() };
}
