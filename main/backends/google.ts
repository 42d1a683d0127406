/** Google's two services side by side: each operation belongs to the one whose model it is made with. */
import type { VideoBackend } from './video-backend.ts';

export interface GoogleBackends {
  /** Veo and Omni Flash, with a key; null without one. */
  gemini: VideoBackend | null;
  /** Veo, with a key or a project; null without either. */
  agentPlatform: VideoBackend | null;
}

/** The Agent Platform's models have a number at their end (`veo-3.1-generate-001`), the Gemini API's have none. */
export function isAgentPlatformModel(model: string): boolean {
  return /^veo-.+-\d{3}$/.test(model);
}

/** `projects/…/publishers/google/models/…/operations/…`; the Gemini API's names begin with `models/` or `interactions/`. */
function isAgentPlatformName(remoteName: string): boolean {
  return remoteName.includes('publishers/google/models/');
}

/**
 * The service that an operation is with, or goes to; null where the user has no access to it (any more). Once the
 * service has named it, the name decides.
 */
export function backendOf(
  { gemini, agentPlatform }: GoogleBackends,
  { model, remoteName }: { model: string; remoteName: string | null },
): VideoBackend | null {
  const isAgentPlatforms =
    remoteName === null ? isAgentPlatformModel(model) : isAgentPlatformName(remoteName);
  return isAgentPlatforms ? agentPlatform : gemini;
}
