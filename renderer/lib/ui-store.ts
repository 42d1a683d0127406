/** State of the window itself: what is open and which messages are up. Nothing here is known to main. */
import { create } from 'zustand';
import type { Operation } from '../../preload/contract/domain.ts';
import type { Medium as Mode } from '../../preload/contract/mediums.ts';
import type { SessionInfo } from '../../preload/contract/sessions.ts';

type ToastKind = 'info' | 'success' | 'error';

interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  kind: ToastKind;
  title: string;
  message: string | null;
  action: ToastAction | null;
  /** True when Ctrl+Z does the same as the action. */
  undoes: boolean;
  /** Null: stays until it is dismissed. */
  durationMs: number | null;
}

type NewToast = Pick<Toast, 'title'> & Partial<Omit<Toast, 'id' | 'title'>>;

/** What is asked before something is done that costs money or cannot simply be undone. */
export type Question =
  | { kind: 'cancel'; operation: Operation }
  /** All of these that are still being sent or made. */
  | { kind: 'cancelTakes'; operationIds: readonly string[] }
  | { kind: 'duplicate'; operation: Operation }
  | { kind: 'retryFailed' };

/** What is asked about sessions. */
export type SessionQuestion =
  | { kind: 'remove'; session: SessionInfo }
  /** Which session these operations go to. */
  | { kind: 'move'; operationIds: readonly string[] };

/** What helps with the prompt, in front of the window: the library at one of its kinds, or writing a template. */
export type PromptPanel = LibraryStart | 'builder' | 'enhance';
export type LibraryStart = 'library' | 'templates' | 'newTemplate' | 'negatives';

interface Announcement {
  /** Another one for each, also when it says the same. */
  id: number;
  words: string;
}

interface UiState {
  mode: Mode;
  settingsOpen: boolean;
  spendOpen: boolean;
  helpOpen: boolean;
  /** The document that help opens with, by its file's name; null: the first one. */
  helpDocument: string | null;
  /** The question whether to go over a budget. */
  overOpen: boolean;
  queueOpen: boolean;
  question: Question | null;
  sessionQuestion: SessionQuestion | null;
  promptPanel: PromptPanel | null;
  /** The cards that a clicked notification speaks of, until they were shown. */
  shownIds: readonly string[];
  /** The operation whose details are shown. */
  detailsId: string | null;
  /** The clip in the player. */
  playingId: string | null;
  /** From where it is played, in seconds. */
  playFrom: number;
  toasts: Toast[];
  /** Read out once by screen readers; the last ones, oldest first. */
  announcements: readonly Announcement[];
  setMode: (mode: Mode) => void;
  setSettingsOpen: (open: boolean) => void;
  setSpendOpen: (open: boolean) => void;
  setHelpOpen: (open: boolean, document?: string) => void;
  setOverOpen: (open: boolean) => void;
  setQueueOpen: (open: boolean) => void;
  ask: (question: Question | null) => void;
  askOfSessions: (question: SessionQuestion | null) => void;
  setPromptPanel: (panel: PromptPanel | null) => void;
  /** Brings the gallery to the front, and these cards into sight; all of them are of one medium. */
  showCards: (operationIds: readonly string[], mode: Mode) => void;
  cardsShown: () => void;
  showDetails: (operationId: string | null) => void;
  play: (operationId: string | null, fromSeconds?: number) => void;
  addToast: (toast: NewToast) => number;
  dismissToast: (id: number) => void;
  announce: (words: string) => void;
}

const defaultToastMs = 4000;
/** More than these cover the gallery; the oldest go first. */
const mostToasts = 4;

/** One that comes soon after another must not take its place before it was read. */
const mostAnnouncements = 3;

let lastToastId = 0;
let lastAnnouncementId = 0;

/** No dialog is open. */
const nothingOpen = {
  settingsOpen: false,
  spendOpen: false,
  helpOpen: false,
  helpDocument: null,
  overOpen: false,
  queueOpen: false,
  question: null,
  sessionQuestion: null,
  promptPanel: null,
  detailsId: null,
  playingId: null,
  playFrom: 0,
};

export const useUi = create<UiState>((set) => ({
  ...nothingOpen,
  mode: 'video',
  shownIds: [],
  toasts: [],
  announcements: [],
  setMode: (mode) => {
    set({ mode });
  },
  setSettingsOpen: (settingsOpen) => {
    set({ settingsOpen });
  },
  setSpendOpen: (spendOpen) => {
    set({ spendOpen });
  },
  setHelpOpen: (helpOpen, helpDocument) => {
    set({ helpOpen, helpDocument: helpDocument ?? null });
  },
  setOverOpen: (overOpen) => {
    set({ overOpen });
  },
  setQueueOpen: (queueOpen) => {
    set({ queueOpen });
  },
  ask: (question) => {
    set({ question });
  },
  askOfSessions: (sessionQuestion) => {
    set({ sessionQuestion });
  },
  setPromptPanel: (promptPanel) => {
    set({ promptPanel });
  },
  showCards: (shownIds, mode) => {
    set({ ...nothingOpen, mode, shownIds });
  },
  cardsShown: () => {
    set({ shownIds: [] });
  },
  showDetails: (detailsId) => {
    set({ detailsId });
  },
  play: (playingId, playFrom = 0) => {
    set({ playingId, playFrom });
  },
  addToast: (toast) => {
    lastToastId += 1;
    const id = lastToastId;
    const kind = toast.kind ?? 'info';
    const whole: Toast = {
      message: null,
      action: null,
      undoes: false,
      durationMs: kind === 'error' ? null : defaultToastMs,
      ...toast,
      kind,
      id,
    };
    // The same thing said again takes the place of the first time.
    const isSame = (other: Toast): boolean =>
      kind === 'error' && other.title === whole.title && other.message === whole.message;
    set((state) => ({
      toasts: [...state.toasts.filter((other) => !isSame(other)), whole].slice(-mostToasts),
    }));
    return id;
  },
  dismissToast: (id) => {
    set((state) => ({ toasts: state.toasts.filter((toast) => toast.id !== id) }));
  },
  announce: (words) => {
    const announcement = { id: (lastAnnouncementId += 1), words };
    set(({ announcements }) => ({
      announcements: [...announcements, announcement].slice(-mostAnnouncements),
    }));
  },
}));

/** Back to the start, for tests. */
export function resetUi(): void {
  useUi.setState({
    ...nothingOpen,
    mode: 'video',
    shownIds: [],
    toasts: [],
    announcements: [],
  });
}
