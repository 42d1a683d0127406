/** Veo over the Gemini API: `:predictLongRunning` and the polling of its operations. */
import { notFound, sendJson, sendText, unknownModel } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { cut, readJson } from './exchange.ts';
import { playCreateFault, playPollFault } from './fault-answers.ts';
import type { ActiveFault, FaultSpec } from './faults.ts';
import { faultsInPrompt, refuseUnknownFaults, takeFault } from './faults.ts';
import { checkKey } from './keys.ts';
import type { Operation } from './operations.ts';
import type { Outcome } from './state.ts';
import { malformedJson, parseVeoRequest, promptOf, veoModels } from './veo-request.ts';

const brokenJson = '{"name": "models/veo-3.1-gener';
const defaultHangSeconds = 60;
const maxRememberedPrompts = 200;

/** @param context shared by all wires */
export function veoRoutes(context: EmulatorContext): Route[] {
  // A prompt that asks for two refusals gets them from two requests: the count lives longer than one of them.
  const promptFaults = new Map<string, ActiveFault[]>();

  function faultsOfPrompt(prompt: string): ActiveFault[] {
    const known = promptFaults.get(prompt);
    if (known !== undefined) return known;
    const found = faultsInPrompt(prompt);
    if (found.length === 0) return found;
    const oldest = promptFaults.keys().next();
    if (promptFaults.size >= maxRememberedPrompts && oldest.done !== true) promptFaults.delete(oldest.value);
    promptFaults.set(prompt, found);
    return found;
  }

  async function create(exchange: Exchange): Promise<void> {
    if (takeFault(context.faults, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const { model = '', version = '' } = exchange.params;
    const body = await readJson(exchange);
    checkKey(exchange, context.apiKey);
    if (body === undefined) throw malformedJson();
    const own = faultsOfPrompt(promptOf(body));
    if (takeFault(own, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const refusal = takeFault([...own, ...context.faults], 'create');
    if (refusal !== null) playCreateFault(refusal, model);
    if (!veoModels.some((known) => known === model)) throw unknownModel(model, version, 'predictLongRunning');
    const request = parseVeoRequest(body, model, videoLength);
    refuseUnknownFaults(request.prompt);

    const operation = await context.operations.start(model, request);
    exchange.record.operation = operation.name;
    const after = takeFault([...own, ...context.faults], 'created');
    await answerCreated(exchange, operation, after);
  }

  async function answerCreated(
    exchange: Exchange,
    { name }: Operation,
    fault: FaultSpec | null,
  ): Promise<void> {
    if (fault?.name === 'cut-create') {
      cut(exchange);
      return;
    }
    if (fault?.name === 'malformed-create') {
      sendText(exchange.response, 200, brokenJson, 'application/json; charset=UTF-8');
      return;
    }
    if (fault?.name === 'hang-create') await context.sleep((fault.seconds ?? defaultHangSeconds) * 1000);
    sendJson(exchange.response, 200, { name });
  }

  async function poll(exchange: Exchange): Promise<void> {
    checkKey(exchange, context.apiKey);
    const { model = '', id = '' } = exchange.params;
    const operation = context.operations.find(model, id);
    if (operation === undefined) throw notFound(`Operation models/${model}/operations/${id} was not found.`);
    const fault = takeFault([...operation.faults, ...context.faults], 'poll', id);
    if (fault !== null) {
      playPollFault(fault, exchange, operation.name);
      return;
    }
    const outcome = await outcomeOf(operation);
    sendJson(exchange.response, 200, outcome === null ? { name: operation.name } : done(operation, outcome));
  }

  /** How it ended, once that is told for the first time; null while it is under way. */
  async function outcomeOf(operation: Operation): Promise<Outcome | null> {
    const { operations } = context;
    const list = [...operation.faults, ...context.faults];
    if (!operations.isDue(operation) || isSlowed(operation, list)) return null;
    if (operation.outcome === null) {
      await operations.settle(operation, outcomeOfFault(takeFault(list, 'result', operation.id)));
    }
    return operation.outcome;
  }

  function isSlowed(operation: Operation, list: readonly ActiveFault[]): boolean {
    if (operation.outcome !== null) return false;
    const slow = takeFault(list, 'waiting', operation.id);
    if (slow === null) return false;
    return slow.seconds === undefined || !context.operations.isDueAfter(operation, slow.seconds * 1000);
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
        return {};
      case 'clip': {
        const uri = `${context.publicUrl()}/v1beta/files/${operation.fileId}:download?alt=media`;
        return { generatedSamples: [{ video: { uri } }] };
      }
    }
  }

  function videoLength(uri: string): number | null {
    const fileId = /\/files\/([a-z0-9]+)/.exec(uri)?.[1] ?? '';
    return context.operations.findByFile(fileId)?.request.durationSeconds ?? null;
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
        checkKey(exchange, context.apiKey);
        const { model = '', version = '', method = '' } = exchange.params;
        throw unknownModel(model, version, method);
      },
    },
  ];
}

function outcomeOfFault(fault: FaultSpec | null): Outcome {
  switch (fault?.name) {
    case 'blocked':
      return { kind: 'blocked', reason: fault.reason ?? defaultBlockedReason };
    case 'failed':
      return { kind: 'failed', code: fault.code ?? 13, message: fault.reason ?? defaultFailure };
    case 'empty':
      return { kind: 'empty' };
    default:
      return { kind: 'clip' };
  }
}

const defaultBlockedReason =
  "We encountered an issue with the audio for your prompt. Veo's safety filters blocked the generated video. Try to rephrase the prompt; you have not been charged for this attempt.";

const defaultFailure =
  'Video generation failed due to an internal server issue. Please try again in a few minutes.';
