/** Google's two services side by side: each operation belongs to the one whose model it is made with. */
import type { ModelService } from '../../preload/contract/models.ts';
import type { VideoBackend } from './video-backend.ts';

export interface GoogleBackends {
  /** Veo and Omni Flash, with a key; null without one. */
  gemini: VideoBackend | null;
  /** Veo, with a key or a project; null without either. */
  agentPlatform: VideoBackend | null;
}

/** `projects/…/publishers/google/models/…/operations/…`; the Gemini API's names begin with `models/` or `interactions/`. */
function isAgentPlatformName(remoteName: string): boolean {
  return remoteName.includes('publishers/google/models/');
}

/**
 * The service that an operation is with, or goes to; null where the user has no access to it (any more). Once the
 * service has named it, the name decides.
 * @param service whose model it is, as the catalogue says
 */
export function backendOf(
  { gemini, agentPlatform }: GoogleBackends,
  { service, remoteName }: { service: ModelService; remoteName: string | null },
): VideoBackend | null {
  const isAgentPlatforms =
    remoteName === null ? service === 'agent-platform' : isAgentPlatformName(remoteName);
  return isAgentPlatforms ? agentPlatform : gemini;
}
