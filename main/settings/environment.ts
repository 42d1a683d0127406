/** The outside switches, for scripts and tests. docs/USER_GUIDE.md lists them. */
import path from 'node:path';
import { readBaseUrl } from '../../preload/contract/base-url.ts';
import type { BaseUrl } from '../../preload/contract/base-url.ts';
import { readAgentEnvironment, wantsAgentPlatform } from './agent-environment.ts';
import type { AgentEnvironment, Variables } from './agent-environment.ts';

export interface Environment {
  /** For the Gemini API: `GOOGLE_API_KEY`, else `GEMINI_API_KEY`; used for this run, never stored. */
  apiKey: string | null;
  /** `GOOGLE_GEMINI_BASE_URL` */
  baseUrl: BaseUrl;
  agentPlatform: AgentEnvironment;
  /** `ZOETROPE_DATA_DIR`, absolute: settings, database and library of this run. */
  dataFolder: string | null;
  /** `ZOETROPE_POLL_MS` */
  pollMs: number | null;
  /** `ZOETROPE_DEMO=1` or `--demo`: demo mode whatever key there is. */
  demo: boolean;
  /**
   * `ZOETROPE_UPDATE_CONFIG`, absolute: an `app-update.yml` for trying updates out. Packaged programs do not look at it.
   */
  updateConfig: string | null;
}

const shortestPollMs = 20;
/** An hour. A timer over about 24 days fires at once, again and again. */
const longestPollMs = 3_600_000;

export function readEnvironment(variables: Variables, argv: readonly string[]): Environment {
  const pollMs = Number(variables['ZOETROPE_POLL_MS']);
  const key = variables['GOOGLE_API_KEY']?.trim() || variables['GEMINI_API_KEY']?.trim() || null;
  const folder = variables['ZOETROPE_DATA_DIR']?.trim();
  const agent = readAgentEnvironment(variables);
  // As Google's SDK has it: the one key belongs to the service that is asked for.
  const isAgents = wantsAgentPlatform(variables) && agent.apiKey === null && agent.place === null;
  return {
    apiKey: isAgents ? null : key,
    baseUrl: readBaseUrl(variables['GOOGLE_GEMINI_BASE_URL']),
    agentPlatform: isAgents ? { ...agent, apiKey: key } : agent,
    dataFolder: folder ? path.resolve(folder) : null,
    pollMs: pollMs >= shortestPollMs && pollMs <= longestPollMs ? pollMs : null,
    updateConfig: variables['ZOETROPE_UPDATE_CONFIG']?.trim() || null,
    demo: variables['ZOETROPE_DEMO'] === '1' || argv.includes('--demo'),
  };
}

/** The file of `--self-test=<file>` (main/app/self-test.ts), absolute; null in every other run. */
export function readSelfTest(argv: readonly string[]): string | null {
  const flag = '--self-test=';
  const file = argv.find((argument) => argument.startsWith(flag))?.slice(flag.length);
  return file ? path.resolve(file) : null;
}

const keyNames = ['GOOGLE_API_KEY', 'GEMINI_API_KEY', 'GOOGLE_VERTEX_API_KEY'];

/** Takes the keys out, once they were read: Electron gives the rest to the preload of every window. */
export function forgetKeys(variables: Record<string, string | undefined>): void {
  for (const name of keyNames) Reflect.deleteProperty(variables, name);
}
