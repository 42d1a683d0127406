/** Veo over the Gemini API: `:predictLongRunning` and the polling of its operations. */
import { notFound, sendJson, unknownModel } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { readJson } from './exchange.ts';
import type { GenerationFlow } from './generation-flow.ts';
import { checkKey } from './keys.ts';
import { modelProblem } from './models.ts';
import type { Offer } from './models.ts';
import type { Operation, Order } from './operation-record.ts';
import type { Outcome } from './state.ts';
import { malformedJson, promptOf, readImage } from './veo-fields.ts';
import { parseVeoRequest, videoByUri } from './veo-request.ts';

/** @param context shared by all wires */
export function veoRoutes(context: EmulatorContext, flow: GenerationFlow): Route[] {
  const { operations } = context;
  const video = videoByUri((fileId) => operations.findByFile(fileId));

  function parse(body: unknown, offer: Offer, model: string, version: string): Order {
    const problem = modelProblem(offer, model, 'veo', { version, method: 'predictLongRunning' });
    if (problem !== null) throw problem;
    const { request, extensions } = parseVeoRequest(body, {
      model,
      ...{ maxSamples: 1, adultsOnly: context.region === 'adults-only', anyPerson: false },
      ...{ image: readImage, video },
    });
    return {
      ...{ wire: 'veo', model, request, extensions, samples: 1, previousId: null },
      delivery: { kind: 'uri' },
      name: (id) => `models/${model}/operations/${id}`,
    };
  }

  async function create(exchange: Exchange): Promise<void> {
    const { model = '', version = '' } = exchange.params;
    await flow.create(exchange, {
      checkKey: (each) => checkKey(each, context.keys),
      malformed: malformedJson,
      modelOf: () => model,
      promptOf,
      parse: (body, offer) => parse(body, offer, model, version),
      brokenJson: '{"name": "models/veo-3.1-gener',
      async answer(operation) {
        await startFileTimeAgain(operation);
        sendJson(exchange.response, 200, { name: operation.name });
      },
    });
  }

  /** Google's documentation: a video that is used for an extension is kept for two more days. */
  async function startFileTimeAgain({ request }: Operation): Promise<void> {
    const id = request.source?.operationId ?? null;
    const source = id === null ? undefined : operations.byId(id);
    if (source !== undefined) await operations.used(source);
  }

  async function poll(exchange: Exchange): Promise<void> {
    checkKey(exchange, context.keys);
    const { model = '', id = '' } = exchange.params;
    const name = `models/${model}/operations/${id}`;
    const unknown = () => notFound(`Operation ${name} was not found.`);
    const operation = operations.find(name);
    if (operation === undefined) throw unknown();
    if (flow.disturbed(exchange, operation, unknown)) return;
    const outcome = await flow.outcomeOf(operation);
    sendJson(exchange.response, 200, outcome === null ? { name } : done(operation, outcome));
  }

  function done(operation: Operation, outcome: Outcome): unknown {
    const { name } = operation;
    if (outcome.kind === 'failed') {
      return { name, done: true, error: { code: outcome.code, message: outcome.message } };
    }
    return {
      name,
      done: true,
      response: {
        '@type': 'type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse',
        generateVideoResponse: videoResponse(operation, outcome),
      },
    };
  }

  function videoResponse(operation: Operation, outcome: Exclude<Outcome, { kind: 'failed' }>): unknown {
    switch (outcome.kind) {
      case 'blocked':
        return { raiMediaFilteredCount: 1, raiMediaFilteredReasons: [outcome.reason] };
      case 'empty':
      case 'cancelled':
        return {};
      case 'clip': {
        const uri = `${context.publicUrl()}/v1beta/files/${operation.fileId}:download?alt=media`;
        return { generatedSamples: [{ video: { uri } }] };
      }
    }
  }

  return [
    {
      methods: ['POST'],
      pattern: /^\/(?<version>v1|v1beta)\/models\/(?<model>[^/:]+):predictLongRunning$/,
      handle: create,
    },
    {
      methods: ['GET'],
      pattern: /^\/(?:v1|v1beta)\/models\/(?<model>[^/:]+)\/operations\/(?<id>[^/:]+)$/,
      handle: poll,
    },
    {
      methods: ['POST'],
      pattern: /^\/(?<version>v1|v1beta)\/models\/(?<model>[^/:]+):(?<method>\w+)$/,
      async handle(exchange) {
        await readJson(exchange);
        checkKey(exchange, context.keys);
        const { model = '', version = '', method = '' } = exchange.params;
        throw unknownModel(model, version, method);
      },
    },
  ];
}
