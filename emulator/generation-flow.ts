/** What is the same on every wire: a create with its refusals and accidents, and how an operation ends. */
import type { ServiceError } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange } from './exchange.ts';
import { cut, readJson } from './exchange.ts';
import { playCreateFault, playPollFault, sendBrokenJson } from './fault-answers.ts';
import type { ActiveFault, FaultSpec } from './faults.ts';
import { faultsInPrompt, refuseUnknownFaults, takeFault } from './faults.ts';
import type { ModelFamily, Offer } from './models.ts';
import type { Operation, Order } from './operation-record.ts';
import type { Outcome } from './state.ts';

const defaultHangSeconds = 60;
const maxRememberedPrompts = 200;

/** How a wire reads creates and answers them. */
export interface CreateRules {
  /** Judges the key and says what it has. */
  checkKey: (exchange: Exchange) => readonly ModelFamily[];
  malformed: () => ServiceError;
  /** The model that a body asks for, and its prompt, whatever the body is. */
  modelOf: (body: unknown) => string;
  promptOf: (body: unknown) => string;
  /** @throws ServiceError for what the service refuses */
  parse: (body: unknown, offer: Offer) => Order;
  /** The beginning of an answer that breaks off. */
  brokenJson: string;
  answer: (operation: Operation) => Promise<void> | void;
}

export interface GenerationFlow {
  /** The faults that a prompt asks for, with their counts. */
  faultsOfPrompt(prompt: string): ActiveFault[];
  create(exchange: Exchange, rules: CreateRules): Promise<void>;
  /** True when a fault has answered a poll already. */
  disturbed(exchange: Exchange, operation: Operation, unknown: () => ServiceError): boolean;
  /** How it ended, once that is told for the first time; null while it is under way. */
  outcomeOf(operation: Operation): Promise<Outcome | null>;
}

export function generationFlow(context: EmulatorContext): GenerationFlow {
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

  async function create(exchange: Exchange, rules: CreateRules): Promise<void> {
    if (takeFault(context.faults, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const body = await readJson(exchange);
    const families = rules.checkKey(exchange);
    if (body === undefined) throw rules.malformed();
    const own = faultsOfPrompt(rules.promptOf(body));
    if (takeFault(own, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const refusal = takeFault([...own, ...context.faults], 'create');
    if (refusal !== null) playCreateFault(refusal, rules.modelOf(body));
    const order = rules.parse(body, { families, retired: context.retired });
    refuseUnknownFaults(order.request.prompt);

    const operation = await context.operations.start(order);
    exchange.record.operation = operation.name;
    const after = takeFault([...own, ...context.faults], 'created');
    switch (after?.name) {
      case 'cut-create':
        cut(exchange);
        return;
      case 'malformed-create':
        sendBrokenJson(exchange, rules.brokenJson);
        return;
      case 'hang-create':
        await context.sleep((after.seconds ?? defaultHangSeconds) * 1000);
        break;
      default:
    }
    await rules.answer(operation);
  }

  function isSlowed(operation: Operation, list: readonly ActiveFault[]): boolean {
    if (operation.outcome !== null) return false;
    const slow = takeFault(list, 'waiting', operation.id);
    if (slow === null) return false;
    return slow.seconds === undefined || !context.operations.isDueAfter(operation, slow.seconds * 1000);
  }

  return {
    faultsOfPrompt,
    create,
    disturbed(exchange, operation, unknown) {
      const fault = takeFault([...operation.faults, ...context.faults], 'poll', operation.id);
      if (fault !== null) playPollFault(fault, exchange, operation.name, unknown);
      return fault !== null;
    },
    async outcomeOf(operation) {
      const { operations } = context;
      const list = [...operation.faults, ...context.faults];
      if (operation.outcome?.kind === 'cancelled') return operation.outcome;
      if (!operations.isDue(operation) || isSlowed(operation, list)) return null;
      if (operation.outcome === null) {
        await operations.settle(operation, outcomeOfFault(takeFault(list, 'result', operation.id)));
      }
      return operation.outcome;
    },
  };
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
