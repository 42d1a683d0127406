/** Omni Flash over the Gemini API: interactions, their polling and cancelling. */
import { modelProblem } from './models.ts';
import { sendJson } from './answers.ts';
import type { ServiceError } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { inlineBytes } from './files-routes.ts';
import type { GenerationFlow } from './generation-flow.ts';
import { invalidRequest, textOf } from './interactions-input.ts';
import { parseInteraction, unknownInteraction } from './interactions-request.ts';
import { checkKey } from './keys.ts';
import type { Offer } from './models.ts';
import type { Operation, Order } from './operation-record.ts';
import type { Outcome } from './state.ts';
import { isFields } from './veo-fields.ts';

/** How often an interaction that is waited for is looked at, in milliseconds. */
const waitMs = 20;

/** google.rpc.Code by the name that an interaction's `errors` give it. */
const errorNames: Record<number, string> = {
  3: 'invalid_request',
  7: 'permission_denied',
  8: 'rate_limited',
};

const modelOf = (body: unknown): string => {
  const model = isFields(body) ? body['model'] : undefined;
  return typeof model === 'string' ? model.replace(/^models\//, '') : '';
};

/** @param context shared by all wires */
export function interactionsRoutes(context: EmulatorContext, flow: GenerationFlow): Route[] {
  const { operations } = context;
  const lookup = {
    interaction: (id: string) => {
      const operation = operations.find(id);
      return operation?.wire === 'interactions' ? operation : undefined;
    },
    file: operations.findByFile,
  };

  function parse(body: unknown, offer: Offer, version: string): { order: Order; background: boolean } {
    const model = modelOf(body);
    if (model === '') throw invalidRequest('`model` is required.');
    const problem = modelProblem(offer, model, 'omni', { version, method: 'createInteraction' });
    if (problem !== null) throw problem;
    const { request, delivery, background, previousId, extensions } = parseInteraction(body, model, lookup);
    const order: Order = {
      ...{ wire: 'interactions', model, request, previousId, extensions, samples: 1 },
      delivery: { kind: delivery },
      name: (id) => `v1_${id}`,
    };
    return { order, background };
  }

  async function create(exchange: Exchange): Promise<void> {
    let background = true;
    await flow.create(exchange, {
      checkKey: (each) => checkKey(each, context.keys),
      malformed: () => invalidRequest('Invalid JSON payload received. Unable to parse the request body.'),
      modelOf,
      promptOf: (body) => (isFields(body) ? textOf(body['input']) : ''),
      parse(body, offer) {
        const parsed = parse(body, offer, exchange.params['version'] ?? '');
        background = parsed.background;
        return parsed.order;
      },
      brokenJson: '{"id": "v1_',
      async answer(operation) {
        if (!background) await untilEnded(operation);
        await send(exchange, operation);
      },
    });
  }

  async function untilEnded(operation: Operation): Promise<void> {
    while ((await flow.outcomeOf(operation)) === null) await context.sleep(waitMs);
  }

  function found(exchange: Exchange): Operation {
    checkKey(exchange, context.keys);
    const { id = '' } = exchange.params;
    const operation = lookup.interaction(id);
    if (operation === undefined) throw unknownInteraction(id);
    return operation;
  }

  async function poll(exchange: Exchange): Promise<void> {
    const operation = found(exchange);
    if (exchange.url.searchParams.get('stream') === 'true') {
      throw invalidRequest('The emulator does not stream. Poll with stream=false.');
    }
    const unknown = (): ServiceError => unknownInteraction(operation.name);
    if (flow.disturbed(exchange, operation, unknown)) return;
    await send(exchange, operation);
  }

  async function cancel(exchange: Exchange): Promise<void> {
    const operation = found(exchange);
    if ((await flow.outcomeOf(operation)) !== null) {
      throw invalidRequest(`Interaction ${operation.name} has ended and cannot be cancelled.`);
    }
    await operations.settle(operation, { kind: 'cancelled' });
    await send(exchange, operation);
  }

  async function send(exchange: Exchange, operation: Operation): Promise<void> {
    const outcome = await flow.outcomeOf(operation);
    const time = new Date(operation.createdAtMs).toISOString();
    const withInput = exchange.url.searchParams.get('include_input') === 'true';
    const input = { type: 'user_input', content: [{ type: 'text', text: operation.request.prompt }] };
    const steps = outcome === null ? [] : await stepsOf(operation, outcome);
    sendJson(exchange.response, 200, {
      id: operation.name,
      object: 'interaction',
      model: operation.model,
      status: outcome === null ? 'in_progress' : statusOf(outcome),
      ...{ created: time, updated: time },
      ...(operation.previousId === null ? {} : { previous_interaction_id: operation.previousId }),
      ...(steps.length > 0 || withInput ? { steps: [...(withInput ? [input] : []), ...steps] } : {}),
      ...(outcome?.kind === 'failed' ? { errors: [errorOf(outcome)] } : {}),
    });
  }

  async function stepsOf(operation: Operation, outcome: Outcome): Promise<unknown[]> {
    const thought = { type: 'thought', signature: 'c2lnbmVk' };
    switch (outcome.kind) {
      case 'clip':
        return [thought, output([await videoOf(operation)])];
      case 'blocked':
        return [thought, output([{ type: 'text', text: outcome.reason }])];
      case 'empty':
        return [thought, output([])];
      case 'failed':
      case 'cancelled':
        return [];
    }
  }

  async function videoOf(operation: Operation): Promise<unknown> {
    const video = { type: 'video', mime_type: 'video/mp4' };
    if (operation.delivery.kind === 'uri') {
      const uri = `${context.publicUrl()}/v1beta/files/${operation.fileId}:download?alt=media`;
      return { ...video, uri };
    }
    const bytes = await operations.readClip(operation);
    const sent = inlineBytes(context, operation, bytes ?? new Uint8Array());
    return { ...video, data: Buffer.from(sent).toString('base64') };
  }

  const one = /^\/(?:v1|v1beta)\/interactions\/(?<id>[^/:]+)$/;
  return [
    { methods: ['POST'], pattern: /^\/(?<version>v1|v1beta)\/interactions$/, handle: create },
    { methods: ['GET'], pattern: one, handle: poll },
    {
      methods: ['DELETE'],
      pattern: one,
      async handle(exchange) {
        await operations.remove(found(exchange));
        sendJson(exchange.response, 200, {});
      },
    },
    {
      methods: ['POST'],
      pattern: /^\/(?:v1|v1beta)\/interactions\/(?<id>[^/:]+)\/cancel$/,
      handle: cancel,
    },
  ];
}

const output = (content: readonly unknown[]) => ({ type: 'model_output', content });

function errorOf({ code, message }: { code: number; message: string }) {
  return { code: errorNames[code] ?? 'internal_error', message };
}

function statusOf({ kind }: Outcome): string {
  switch (kind) {
    case 'clip':
    case 'blocked':
    case 'empty':
      return 'completed';
    case 'failed':
      return 'failed';
    case 'cancelled':
      return 'cancelled';
  }
}
