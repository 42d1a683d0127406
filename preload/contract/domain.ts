/** The field's words and their shapes, shared by main and renderer. Types and constants only. */
import type { ImageAspectRatio, ImageDuration, ImageSize, Medium } from './mediums.ts';
import type { Mode, PersonGeneration } from './modes.ts';
import type { AppError } from './result.ts';
import type { AgentPlatformState, KeyState } from './services.ts';
import type { HoldReason } from './spend.ts';

export const aspectRatios = ['16:9', '9:16'] as const;
export type AspectRatio = (typeof aspectRatios)[number];

/** In order of size. What a model makes of them, its facts say (`ModelInfo`). */
export const resolutions = ['360p', '720p', '1080p', '4k'] as const;
export type Resolution = (typeof resolutions)[number];

/** Seconds, as the original API wrote them: strings. What a model makes of them, its facts say. */
export const durations = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'] as const;
export type Duration = (typeof durations)[number];

export const themes = ['system', 'dark', 'light'] as const;
export type Theme = (typeof themes)[number];

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** `system`: the first of the system's languages that the app speaks, else English. */
export const languageChoices = ['system', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

/** Limits that both the form and main hold. */
export const limits = {
  /** Characters. Veo takes 1,024 tokens, about 4,000 characters of English (Google's documentation of Veo 3.1). */
  promptCharacters: 4000,
  negativePromptCharacters: 1000,
  /** 20 MB, the service's limit for an inline request's image. */
  imageBytes: 20 * 1024 * 1024,
  /** A few kilobytes can unfold to a picture that fills the memory; no camera makes more than this. */
  imagePixels: 100_000_000,
  /** 20 MB for a clip that goes inside a request: Google names none for it, so its limit for an image is held. */
  inlineClipBytes: 20 * 1024 * 1024,
  /** The index of an MP4 that is read for its tags. An hour of video has about 2 MB of it. */
  moovBytes: 16 * 1024 * 1024,
  pollingSeconds: { min: 2, max: 60 },
  concurrency: { min: 1, max: 8 },
  budgetUsd: { min: 0, max: 100_000 },
} as const;

/** How long a deletion can be undone, in milliseconds. */
export const undoMs = 8000;

/** From when on a clip that is not on disk has little time left at the service, in milliseconds. */
export const littleTimeMs = 6 * 3_600_000;

/** Where an operation is in its life; see ARCHITECTURE.md, "One operation's life". */
export const phases = [
  'queued',
  'submitting',
  'processing',
  'downloading',
  'completed',
  'blocked',
  'unknown',
  'expired',
  'error',
] as const;
export type Phase = (typeof phases)[number];

/** The original's four statuses. */
export type Status = 'pending' | 'processing' | 'completed' | 'error';

/** Which service an operation belongs to. `demo` is the app's own emulator: free, watermarked clips. */
export const serviceIds = ['demo', 'gemini'] as const;
export type ServiceId = (typeof serviceIds)[number];

/** The first frame of an image-to-video request, as it is kept. */
export interface UploadInfo {
  id: string;
  name: string;
  mimeType: ImageType;
  width: number;
  height: number;
  sizeBytes: number;
  /** `media://upload/<id>` */
  url: string;
}

export interface ClipInfo {
  /** `media://clip/<operation id>` */
  url: string;
  /** `media://poster/<operation id>`; null until the poster is made. */
  posterUrl: string | null;
  /** The name in the library folder, without the folder. */
  fileName: string;
  sizeBytes: number;
  /** Pixels; null until the clip was measured. */
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
}

export interface OperationRequest {
  prompt: string;
  negativePrompt: string | null;
  medium: Medium;
  /** `isVideo` tells a clip's from an image's. */
  aspectRatio: AspectRatio | ImageAspectRatio;
  resolution: Resolution | ImageSize;
  duration: Duration | ImageDuration;
  model: string;
  sessionId: string;
  mode: Mode;
  /** The first frame. */
  image: UploadInfo | null;
  lastFrame: UploadInfo | null;
  references: UploadInfo[];
  /** The clip that is extended or edited. */
  source: OperationSource | null;
  /** Null: nothing is said of people. */
  personGeneration: PersonGeneration | null;
  /** Null: the service takes one of its own. */
  seed: number | null;
  /** False for a silent clip. */
  audio: boolean;
}

/** The three choices that every clip has, where the request is for one. */
export interface VideoChoices {
  medium: 'video';
  aspectRatio: AspectRatio;
  resolution: Resolution;
  duration: Duration;
}

/** Whether a clip was asked for, and not an image. */
export function isVideo<Request extends { medium: Medium }>(
  request: Request,
): request is Request & VideoChoices {
  return request.medium === 'video';
}

/** The clip that another one was made of. */
export interface OperationSource {
  /** Null when it is not in the library any more. */
  operationId: string | null;
  /** Its prompt. */
  prompt: string;
}

/** One of several takes of the same request. */
export interface TakeGroup {
  id: string;
  /** From 1. */
  take: number;
  takes: number;
}

/** One generation, from the click to the clip on disk. */
export interface Operation {
  id: string;
  phase: Phase;
  status: Status;
  service: ServiceId;
  request: OperationRequest;
  /** USD; 0 for demo clips. */
  estimatedUsd: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** When it ended, however it ended; null while it is under way. */
  finishedAt: number | null;
  /** Whole seconds from createdAt to finishedAt, or to now. */
  elapsedSeconds: number;
  /** 1 for the next one to be sent; null when it is not waiting. */
  queuePosition: number | null;
  /** When a request that the service refused is sent again by itself, milliseconds since 1970; else null. */
  retryAt: number | null;
  /** Why it is not sent although it is its turn; null when nothing holds it. */
  hold: HoldReason | null;
  /** The user cancelled it while it was being sent: it ends when the service has answered. */
  isCancelling: boolean;
  /** Cancelled after the service took it: it can be followed again, which sends and costs nothing. */
  canFollow: boolean;
  /**
   * Until when the service keeps the clip, at least, while it is not on disk yet; milliseconds since 1970. Null when
   * nothing is lost, or nothing can be lost any more.
   */
  keptUntil: number | null;
  error: AppError | null;
  clip: ClipInfo | null;
  /** Null where the request was made once. */
  group: TakeGroup | null;
  /** How many extensions are in the clip. */
  extensions: number;
  /**
   * It was made with another key or project than the one that is set up for its service now: the service makes nothing
   * of it with this one.
   */
  isOthers: boolean;
  /** Bytes that go along when it is extended; null where the service has an address for it. */
  inlineBytes: number | null;
  /** Until when the service extends the clip as things are, milliseconds since 1970; null when it does not. */
  extendableUntil: number | null;
  /** Until when the service edits the clip as things are; null when it does not. */
  editableUntil: number | null;
  favourite: boolean;
  /** 0 to 5; 0: not rated. */
  rating: number;
}

export interface Settings {
  /** Null: the best one that the user's keys have. */
  defaultModel: string | null;
  defaultAspectRatio: AspectRatio;
  defaultResolution: Resolution;
  defaultDuration: Duration;
  /** 2–60. */
  pollingIntervalSeconds: number;
  /** How many clips are being made at the same time, 1–8. */
  concurrency: number;
  /** Absolute path. */
  libraryFolder: string;
  theme: Theme;
  language: LanguageChoice;
  /** Tell through the system when a clip is ready or needs the user, while the window is not in front. */
  notifications: boolean;
  /** Ask before the window is closed while clips are under way. */
  askBeforeClosing: boolean;
  /** Versions of a prompt may be asked of a text model, when the user presses the button. */
  askTextModel: boolean;
  /** Ask once a day whether there is a new version of the app. */
  lookForUpdates: boolean;
  /** USD; null for none. What would go over it is not sent. */
  dayBudgetUsd: number | null;
  monthBudgetUsd: number | null;
  /** The first steps were done or skipped, or are not needed: they never come again. */
  welcomed: boolean;
}

export type ServiceMode = 'demo' | 'gemini' | 'unavailable';

export interface ServiceState {
  mode: ServiceMode;
  /** Why nothing can be generated, when mode is `unavailable`. */
  problem: AppError | null;
  /** The host of a base URL other than Google's, or both hosts; null for Google's own. */
  customHost: string | null;
}

export const noticeCodes = [
  'settings_reset',
  'settings_restored',
  'key_unreadable',
  'database_problem',
  'database_restored',
  'database_damaged',
  'trash_failed',
  'window_crashed',
  'window_hung',
  'graphics_lost',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

export interface AppState {
  version: string;
  platform: 'linux' | 'darwin' | 'win32';
  /** What the app speaks. */
  language: Language;
  /** BCP 47, for numbers and times; of the same language. */
  locale: string;
  service: ServiceState;
  /** The Gemini API's key. */
  key: KeyState;
  agentPlatform: AgentPlatformState;
  /** Things that happened at start or since, and that the user should know of. */
  notices: NoticeCode[];
  /** What was done about a damaged database; null when it was whole. */
  restored: Restored | null;
}

/** How the library came back after its database was damaged or lost. */
export interface Restored {
  /** When the copy was made that took its place, milliseconds since 1970; null where there was none. */
  backupAt: number | null;
  /** Clips that came back by the recipes in their files; null until the folder was gone through. */
  clips: number | null;
  /** Clips that the service was making, which are followed again. */
  followed: number;
}

/** What main found out about an image by its content. */
export interface ImageFacts {
  name: string;
  mimeType: ImageType;
  width: number;
  height: number;
  sizeBytes: number;
}
