/** Veo on the Agent Platform (formerly Vertex AI), with the names that Google's SDKs give their switches. */
import { readBaseUrl } from '../../preload/contract/base-url.ts';
import type { BaseUrl } from '../../preload/contract/base-url.ts';
import { placePatterns } from '../../preload/contract/services.ts';

export interface AgentEnvironment {
  /** `GOOGLE_VERTEX_API_KEY`; used for this run, never stored. */
  apiKey: string | null;
  /**
   * `GOOGLE_CLOUD_PROJECT` and `GOOGLE_CLOUD_LOCATION` (default `global`), if `GOOGLE_GENAI_USE_VERTEXAI` says so: many
   * have a project in their environment for something else.
   */
  place: { project: string; location: string } | 'invalid' | null;
  /** `GOOGLE_VERTEX_BASE_URL` */
  baseUrl: BaseUrl;
  /** `STORAGE_EMULATOR_HOST`: where buckets are read instead of Cloud Storage. */
  storageUrl: BaseUrl;
}

export type Variables = Readonly<Record<string, string | undefined>>;

/** True where a lone key or a project of the environment is for the Agent Platform. */
export function wantsAgentPlatform(variables: Variables): boolean {
  return ['true', '1'].includes(variables['GOOGLE_GENAI_USE_VERTEXAI']?.trim().toLowerCase() ?? '');
}

function readPlace(variables: Variables): AgentEnvironment['place'] {
  const project = variables['GOOGLE_CLOUD_PROJECT']?.trim();
  const location = variables['GOOGLE_CLOUD_LOCATION']?.trim() || 'global';
  if (!wantsAgentPlatform(variables) || !project) return null;
  const isPlace = placePatterns.project.test(project) && placePatterns.location.test(location);
  return isPlace ? { project, location } : 'invalid';
}

export function readAgentEnvironment(variables: Variables): AgentEnvironment {
  return {
    apiKey: variables['GOOGLE_VERTEX_API_KEY']?.trim() || null,
    place: readPlace(variables),
    baseUrl: readBaseUrl(variables['GOOGLE_VERTEX_BASE_URL']),
    storageUrl: readBaseUrl(variables['STORAGE_EMULATOR_HOST']),
  };
}
