/** How the user gets at Google's two services. Types and constants only. */

/** How the key is held: not at all, in memory until the app is closed, on disk, or given by the environment. */
export type KeySource = 'none' | 'session' | 'stored' | 'environment';

export interface KeyState {
  source: KeySource;
  /** The key's last four characters; null without a key. All that the renderer ever learns of it. */
  lastFour: string | null;
  /** False where the system has no keyring: a key is then kept for this run only, unless the user insists. */
  canEncrypt: boolean;
  /** Where requests and the key go, without a slash at its end; null for Google's own address. */
  baseUrl: string | null;
  /** True where the environment names the address: it cannot be another one in this run. */
  isAddressGiven: boolean;
  /** A key is kept, but it was given for another address than the environment's: it stays where it is, unused. */
  isElsewhere: boolean;
}

/** Locations of the Agent Platform that make video, the first being the default; others can be typed. */
export const usualLocations = [
  'us-central1',
  'global',
  'us-east4',
  'europe-west4',
  'asia-southeast1',
] as const;

/** A Google Cloud project that is used with this computer's credentials instead of a key. */
export interface AgentPlace {
  project: string;
  location: string;
  /** `gs://…`, where the service writes clips; null: they come inside its answers. */
  outputUri: string | null;
  /** Another address than Google's own, without a slash at its end; null for Google's own. */
  baseUrl: string | null;
}

export interface AgentPlatformState {
  key: KeyState;
  /** Goes before a key; null where none is set up. */
  place: AgentPlace | null;
  /** True where the environment gives the project for this run. */
  isPlaceFromEnvironment: boolean;
}

/** Characters that a project's id and a location have: both become part of addresses. */
export const placePatterns = {
  project: /^[a-z0-9][a-z0-9.:-]*$/,
  location: /^[a-z0-9-]+$/,
  /** Bucket, and a folder in it. */
  outputUri: /^gs:\/\/[a-z0-9][a-z0-9._-]+(\/[^?#]*)?$/,
} as const;
