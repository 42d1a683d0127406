/** The outside switches, for scripts and tests. README.md lists them. */
import path from 'node:path';

export interface Environment {
  /** `GOOGLE_API_KEY`, else `GEMINI_API_KEY`; used for this run, never stored. */
  apiKey: string | null;
  /** `GOOGLE_GEMINI_BASE_URL`, without a trailing slash. */
  baseUrl: { kind: 'default' } | { kind: 'custom'; url: string } | { kind: 'invalid' };
  /** The Agent Platform instead of the Gemini API, with the names that Google's SDK gives its switches. */
  agentPlatform: AgentPlatformSettings | null;
  /** `ZOETROPE_DATA_DIR`, absolute: settings, database and library of this run. */
  dataFolder: string | null;
  /** `ZOETROPE_POLL_MS` */
  pollMs: number | null;
  /** `ZOETROPE_DEMO=1` or `--demo`: demo mode whatever key there is. */
  demo: boolean;
}

/** Where Veo is asked for on the Agent Platform (formerly Vertex AI). */
export interface AgentPlatformSettings {
  /** `GOOGLE_CLOUD_PROJECT` and `GOOGLE_CLOUD_LOCATION` (default `global`); null for a key alone. */
  place: { project: string; location: string } | null;
  /** `GOOGLE_VERTEX_BASE_URL` */
  baseUrl: Environment['baseUrl'];
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const shortestPollMs = 20;
/** An hour. A timer over about 24 days fires at once, again and again. */
const longestPollMs = 3_600_000;

/** A base URL that a key may be sent to: https, or http on this very computer. */
export function readBaseUrl(text: string | undefined): Environment['baseUrl'] {
  if (!text?.trim()) return { kind: 'default' };
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { kind: 'invalid' };
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  // A name and password in the URL would end up in logs; a query cannot be a base.
  if (!isSafe || url.username || url.password || url.search || url.hash) return { kind: 'invalid' };
  return { kind: 'custom', url: (url.origin + url.pathname).replace(/\/+$/, '') };
}

/** Both become part of addresses. */
const placePattern = /^[a-z0-9][a-z0-9.:-]*$/;

/** Null unless `GOOGLE_GENAI_USE_VERTEXAI` is `true` or `1`. A place that is none makes the whole of it invalid. */
function readAgentPlatform(
  variables: Readonly<Record<string, string | undefined>>,
): AgentPlatformSettings | null {
  const wanted = variables['GOOGLE_GENAI_USE_VERTEXAI']?.trim().toLowerCase();
  if (wanted !== 'true' && wanted !== '1') return null;
  const project = variables['GOOGLE_CLOUD_PROJECT']?.trim();
  const location = variables['GOOGLE_CLOUD_LOCATION']?.trim() || 'global';
  const baseUrl = readBaseUrl(variables['GOOGLE_VERTEX_BASE_URL']);
  if (!project) return { place: null, baseUrl };
  if (!placePattern.test(project) || !/^[a-z0-9-]+$/.test(location)) {
    return { place: null, baseUrl: { kind: 'invalid' } };
  }
  return { place: { project, location }, baseUrl };
}

export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): Environment {
  const pollMs = Number(variables['ZOETROPE_POLL_MS']);
  const key = variables['GOOGLE_API_KEY']?.trim() || variables['GEMINI_API_KEY']?.trim();
  const folder = variables['ZOETROPE_DATA_DIR']?.trim();
  return {
    apiKey: key || null,
    baseUrl: readBaseUrl(variables['GOOGLE_GEMINI_BASE_URL']),
    agentPlatform: readAgentPlatform(variables),
    dataFolder: folder ? path.resolve(folder) : null,
    pollMs: pollMs >= shortestPollMs && pollMs <= longestPollMs ? pollMs : null,
    demo: variables['ZOETROPE_DEMO'] === '1' || argv.includes('--demo'),
  };
}
