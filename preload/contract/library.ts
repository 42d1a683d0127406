/** The library as the gallery asks for it: words and shapes, without zod, for main and renderer. */
import type { AspectRatio, Duration, Operation, Resolution } from './domain.ts';
import type { ImageAspectRatio, ImageSize, Medium } from './mediums.ts';
import type { SpendState } from './spend.ts';

/**
 * `newest` and `oldest` go by when a clip was asked for, `rating` by the highest, `longest` by whole seconds, `name`
 * by the prompt from A to Z. What is equal comes newest first.
 */
export const sortOrders = ['newest', 'oldest', 'rating', 'longest', 'name'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** `under_way`: queued to downloading. `failed`: blocked, unknown, expired, error. */
export const statusGroups = ['under_way', 'completed', 'failed'] as const;
export type StatusGroup = (typeof statusGroups)[number];

export const libraryLimits = {
  textCharacters: 200,
  /** Operations in one page. */
  page: 200,
  /** Ids in one message, whichever way it goes. */
  ids: 1000,
  /** Posters that can be wished for at once. */
  posters: 200,
  rating: { min: 0, max: 5 },
} as const;

/** What the gallery can be asked. All parts hold together; an empty list means "any". */
export interface LibraryQuery {
  /**
   * Words that must all be there, the last one as a beginning; `"a phrase"` in quotation marks. Looked for in prompt,
   * negative prompt, file name and the name of the session. Case and accents make no difference.
   */
  text: string;
  /** null: clips and images. */
  medium: Medium | null;
  /** null: all sessions. */
  sessionId: string | null;
  statuses: StatusGroup[];
  models: string[];
  aspectRatios: (AspectRatio | ImageAspectRatio)[];
  resolutions: (Resolution | ImageSize)[];
  durations: Duration[];
  /** Milliseconds since 1970: from this moment on. */
  from: number | null;
  /** Milliseconds since 1970: before this moment. */
  until: number | null;
  /** true: favourites only. */
  favourite: boolean;
  /** 0 to 5; 0: any. */
  minRating: number;
  /** null: with and without a first frame. */
  withImage: boolean | null;
  sort: SortOrder;
}

/** Finds everything, newest first. */
export const wholeLibrary: LibraryQuery = {
  text: '',
  medium: null,
  sessionId: null,
  statuses: [],
  models: [],
  aspectRatios: [],
  resolutions: [],
  durations: [],
  from: null,
  until: null,
  favourite: false,
  minRating: 0,
  withImage: null,
  sort: 'newest',
};

/** Either named ones (at most 1,000), or all that a query finds except some: 100,000 ids never cross the bridge. */
export type Selection = { operationIds: string[] } | { query: LibraryQuery; except: string[] };

export interface LibraryPage {
  operations: Operation[];
  /** How many the query finds in all. */
  total: number;
  /** Grows with every change to the library; compare it with the one of `libraryChanged`. */
  revision: number;
}

/** How many of each there are, for the menus of the filters. */
export interface LibraryFacets {
  total: number;
  favourites: number;
  underWay: number;
  completed: number;
  failed: number;
  /** The most used first. */
  models: { model: string; count: number }[];
}

/** One part of an extended clip: the clip that was extended first, or what one extension added. */
export interface ClipPart {
  /** Its clip ends with this part and can be played and downloaded by itself; null when it was deleted. */
  operationId: string | null;
  prompt: string;
  /** Where it begins in the whole clip, in seconds. */
  startSeconds: number;
  seconds: number;
  /** When it was asked for, milliseconds since 1970; null when it was deleted. */
  createdAt: number | null;
  posterUrl: string | null;
}

/** Everything about one operation. Times in milliseconds since 1970; null: it has not come to that. */
export interface ClipDetails {
  operation: Operation;
  /** The service's name of the operation. */
  remoteName: string | null;
  submittedAt: number | null;
  acceptedAt: number | null;
  savedAt: number | null;
  /** The folder of the clip's file, for showing; it cannot be passed back. */
  folder: string | null;
  sessionName: string | null;
  /** null: it was not sent, or is a demo. */
  spend: { state: SpendState; amountUsd: number } | null;
  /** Of an extended clip, in order, itself the last; else empty. */
  parts: ClipPart[];
}

export interface Removal {
  /** How many were removed. */
  count: number;
  /** How many were left because they are being made. */
  skipped: number;
  /** Pass it to `restore` while the undo time runs. */
  undoToken: string;
}

/** How far a download of several clips is. `failed` counts clips whose file is missing or could not be written. */
export interface DownloadProgress {
  jobId: string;
  done: number;
  total: number;
  failed: number;
  /** Nothing more will come. */
  finished: boolean;
  cancelled: boolean;
  /** The disk is full: what was left was not tried. */
  diskFull: boolean;
}
