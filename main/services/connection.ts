/** Which service new requests go to, and the backend for each operation. */
import type { ServiceId, ServiceState } from '../../preload/contract/domain.ts';
import type { ModelInfo, ModelService } from '../../preload/contract/models.ts';
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { backendOf } from '../backends/google.ts';
import type { VideoBackend } from '../backends/video-backend.ts';
import type { ServiceAccess } from './models/offers.ts';
import type { OperationRow } from '../storage/records.ts';
import type { AgentConnection } from './agent-connection.ts';
import { findModel } from './models/catalogue.ts';
import type { GeminiConnection } from './gemini-connection.ts';

export interface Connection {
  gemini: GeminiConnection;
  agentPlatform: AgentConnection;
  state(): ServiceState;
  currentService(): Result<ServiceId>;
  /** True where the user has what it takes to ask this service; in demo mode for what the demo plays. */
  hasAccess(service: ModelService): boolean;
  /** How the models of a service are asked for; null in demo mode, which has all of its own. */
  modelAccess(service: ModelService): ServiceAccess | null;
  /** Why a model cannot be asked for with the user's keys; null when it can. */
  refusalOf(model: Pick<ModelInfo, 'label' | 'service'>): AppError | null;
  /** The service that an operation is with, or goes to; null where there is no key for it. */
  backendFor(operation: Pick<OperationRow, 'service' | 'model' | 'remoteName'>): VideoBackend | null;
  /** Forgets the key, and the project, of a service. */
  remove(service: ModelService): Promise<void>;
}

export interface ConnectionDeps {
  gemini: GeminiConnection;
  agentPlatform: AgentConnection;
  /** Demo mode whatever there is. */
  demo: boolean;
  /** The demo emulator's backend; null until it runs. */
  demoBackend(): VideoBackend | null;
  /** Starts the demo emulator if it does not run. */
  startDemo(): Promise<void>;
}

const noAccess: Record<ModelService, string> = {
  gemini: 'the Gemini API, and there is no key for it',
  'agent-platform': 'the Agent Platform, and there is no key or project for it',
};

export function createConnection(deps: ConnectionDeps): Connection {
  const { gemini, agentPlatform } = deps;
  const both = [gemini, agentPlatform];
  const problem = () => both.map((service) => service.problem()).find((each) => each !== null) ?? null;

  const mode = (): ServiceState['mode'] => {
    if (deps.demo || !both.some((service) => service.isSetUp())) return 'demo';
    return problem() === null ? 'gemini' : 'unavailable';
  };
  const hasAccess = (service: ModelService) => {
    if (mode() === 'demo') return service === 'gemini';
    return (service === 'gemini' ? gemini : agentPlatform).isSetUp();
  };

  return {
    gemini,
    agentPlatform,
    state() {
      const now = mode();
      const hosts = both.map((service) => service.customHost()).filter((host) => host !== null);
      return {
        mode: now,
        problem: now === 'unavailable' ? problem() : null,
        customHost: now === 'gemini' && hosts.length > 0 ? [...new Set(hosts)].join(', ') : null,
      };
    },
    currentService() {
      const now = mode();
      const trouble = problem();
      return now === 'unavailable' ? (trouble === null ? ok('gemini') : fail(trouble)) : ok(now);
    },
    hasAccess,
    modelAccess: (service) =>
      mode() === 'gemini' ? (service === 'gemini' ? gemini : agentPlatform).modelAccess() : null,
    refusalOf({ label, service }) {
      if (hasAccess(service)) return null;
      return {
        code: 'client_not_initialized',
        message: `${label} is made by ${noAccess[service]}. Nothing was sent. Add one in Settings, or choose another model.`,
        retryable: false,
        details: { fields: ['model'], charged: false },
      };
    },
    backendFor({ service, model, remoteName }) {
      if (service === 'demo') return deps.demoBackend();
      return backendOf(
        { gemini: gemini.backend(), agentPlatform: agentPlatform.backend() },
        // One that the catalogue does not know (any more) goes where most are: it is refused there, for nothing.
        { service: findModel(model)?.service ?? 'gemini', remoteName },
      );
    },
    async remove(service) {
      await (service === 'gemini' ? gemini : agentPlatform).remove();
      if (mode() === 'demo') await deps.startDemo();
    },
  };
}
