/** What of the catalogue the user's keys have, as far as the services have said. */
import type { ModelInfo, ModelList, ModelProblem, ModelService } from '../../../preload/contract/models.ts';
import { modelServices } from '../../../preload/contract/models.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { defaultModel, findModel, models } from './catalogue.ts';
import { imageModels } from './image-catalogue.ts';
import type { Known, OffersStore } from './offers-store.ts';

/** What decides whether a model can be asked for, whatever it makes. */
export type NamedModel = Pick<ModelInfo, 'id' | 'service' | 'label'>;

/** The user's way to one service. */
export interface ServiceAccess {
  /** Whose models they are; tells nothing of the key. */
  account: string;
  /** Asks the service for its models: their ids, or null where it gives no list. Absent where none has one. */
  list?(): Promise<Result<string[] | null>>;
}

export interface OffersDeps {
  store: OffersStore;
  clock: Clock;
  log: Pick<Log, 'warn'>;
  /** The way to a service; null where there is none, or where nobody needs to be asked (demo mode). */
  accessTo(service: ModelService): ServiceAccess | null;
  /** Why the user cannot ask the service of a model at all; null when they can. */
  refusalOf(model: NamedModel): AppError | null;
  /** The user's own choice; null: the best one. */
  chosen(): string | null;
  isOnline(): boolean;
  /** 0 up to 1. */
  random(): number;
  changed(list: ModelList): void;
}

export interface Offers {
  list(): ModelList;
  /** What is made where a request names no model. */
  defaultModel(): ModelInfo;
  /** Why a model cannot be asked for; null when it can. Nothing was sent then. */
  refusalOf(model: NamedModel): AppError | null;
  /** Asks the services now, as the user wishes. */
  refresh(): Promise<Result<ModelList>>;
  /**
   * A key was checked, or a project; it may be another one than before. Never fails.
   * @param models the ids that the check gave; null where the service gives no list
   */
  checked(service: ModelService, models: string[] | null): Promise<void>;
  /** A key or a project is gone. Nobody is asked. */
  accessRemoved(): void;
  /** The service said at a create that this account's model is gone. */
  modelGone(model: string, account: string | null): void;
  /** Asks when what is known is a day old, now and from then on. */
  start(): void;
  stop(): void;
}

const dayMs = 24 * 3_600_000;
/** So that not all computers ask at the same time. */
const jitterMs = 3_600_000;
/** Without a network, or when the service did not answer. */
const againMs = 15 * 60_000;

const nothingKnown: Known = { models: null, retired: [], checkedAt: null };

function refused(code: AppError['code'], message: string): AppError {
  return { code, message, retryable: false, details: { fields: ['model'], charged: false } };
}

export function createOffers(deps: OffersDeps): Offers {
  const { store, clock, log } = deps;
  const asking = new Map<string, Promise<AppError | null>>();
  let cancel: (() => void) | null = null;
  let isStopped = false;

  function knownOf(service: ModelService): Known {
    const access = deps.accessTo(service);
    return access === null ? nothingKnown : store.of(access.account);
  }

  function problemOf(model: NamedModel): ModelProblem | null {
    if (deps.refusalOf(model) !== null) return 'no-access';
    const known = knownOf(model.service);
    if (known.retired.includes(model.id)) return 'retired';
    // A service without a list has not said that it lacks anything.
    return known.models === null || known.models.includes(model.id) ? null : 'not-with-key';
  }

  const best = () => models.find((model) => problemOf(model) === null) ?? null;

  function list(): ModelList {
    const times = modelServices.map((service) => knownOf(service).checkedAt).filter((time) => time !== null);
    return {
      offers: models.map((model) => ({ ...model, problem: problemOf(model) })),
      defaultId: best()?.id ?? null,
      images: imageModels.map((model) => ({ ...model, problem: problemOf(model) })),
      defaultImageId: imageModels.find((model) => problemOf(model) === null)?.id ?? null,
      checkedAt: times.length === 0 ? null : Math.max(...times),
    };
  }

  async function keep(account: string, known: Known): Promise<void> {
    try {
      await store.set(account, known);
    } catch (error) {
      // It holds for this run; the next one asks again.
      log.warn('What a key has could not be written down', { error });
    }
  }

  async function ask({ account, list: read }: ServiceAccess, isWished: boolean): Promise<AppError | null> {
    const answer = read === undefined ? ok(null) : await read();
    if (!answer.ok) return answer.error;
    await learn(account, answer.value, isWished);
    return null;
  }

  function learn(account: string, found: string[] | null, isWished: boolean): Promise<void> {
    return keep(account, {
      models: found,
      // A list that has it again takes it back. Where there is no list, only the user's wish to look again does.
      retired: store.of(account).retired.filter((id) => (found === null ? !isWished : !found.includes(id))),
      checkedAt: clock.now(),
    });
  }

  /** One question at a time for each account. */
  function askOnce(access: ServiceAccess, isWished: boolean): Promise<AppError | null> {
    const running = asking.get(access.account);
    if (running) return running;
    const asked = ask(access, isWished).finally(() => asking.delete(access.account));
    asking.set(access.account, asked);
    return asked;
  }

  async function askAll(isWished: boolean): Promise<AppError | null> {
    const ways = modelServices.map(deps.accessTo).filter((access) => access !== null);
    const troubles = await Promise.all(ways.map((access) => askOnce(access, isWished)));
    if (!isStopped) deps.changed(list());
    return troubles.find((trouble) => trouble !== null) ?? null;
  }

  function isDue(): boolean {
    return modelServices.some((service) => {
      if (deps.accessTo(service) === null) return false;
      const { checkedAt } = knownOf(service);
      // A clock that was put back must not keep the list for ever.
      return checkedAt === null || Math.abs(clock.now() - checkedAt) >= dayMs;
    });
  }

  function later(delayMs: number): void {
    if (isStopped) return;
    cancel?.();
    cancel = clock.after(delayMs, () => void look());
  }

  function untilDue(): number {
    const { checkedAt } = list();
    const rest = checkedAt === null ? dayMs : checkedAt + dayMs - clock.now();
    return Math.min(dayMs, Math.max(againMs, rest)) + deps.random() * jitterMs;
  }

  async function look(): Promise<void> {
    if (!isDue()) {
      later(untilDue());
      return;
    }
    if (!deps.isOnline()) {
      later(againMs);
      return;
    }
    const trouble = await askAll(false);
    later(trouble === null ? untilDue() : againMs);
  }

  return {
    list,
    defaultModel() {
      const chosen = findModel(deps.chosen() ?? '');
      return chosen !== null && problemOf(chosen) === null ? chosen : (best() ?? defaultModel);
    },
    refusalOf(model) {
      const { label } = model;
      switch (problemOf(model)) {
        case null:
          return null;
        case 'no-access':
          return deps.refusalOf(model);
        case 'not-with-key':
          return refused(
            'not_offered',
            `Your key does not have ${label}. Nothing was sent. Choose another model, or use another key.`,
          );
        case 'retired':
          return refused(
            'model_retired',
            `The service said that ${label} is gone. Nothing was sent. Choose another model, or refresh the list of models.`,
          );
      }
    },
    async refresh() {
      const trouble = await askAll(true);
      return trouble === null ? ok(list()) : fail(trouble);
    },
    async checked(service, found) {
      const access = deps.accessTo(service);
      if (access !== null) await learn(access.account, found, true);
      if (!isStopped) deps.changed(list());
    },
    accessRemoved() {
      deps.changed(list());
    },
    modelGone(model, account) {
      if (account === null) return;
      const known = store.of(account);
      if (known.retired.includes(model)) return;
      void keep(account, { ...known, retired: [...known.retired, model] });
      deps.changed(list());
    },
    start() {
      later(deps.random() * 1000);
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
