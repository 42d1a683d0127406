/** What jsdom lacks and the studio uses, and the studio itself, for tests. */
import { cleanup, configure, render } from '@testing-library/react';
import { createElement } from 'react';
import { vi } from 'vitest';
// Loaded now, so that it is there at once when the window asks for it.
import '../app/Overlays.tsx';
import { Root } from '../app/Root.tsx';
import { resetDraft } from '../features/compose/draft-store.ts';
import { clipSending } from '../features/compose/generate.ts';
import { useCommands } from '../features/commands/commands-store.ts';
import { resetFirstSteps } from '../features/first-run/first-run-store.ts';
import { resetFilters } from '../features/gallery/filters-store.ts';
import { galleryId } from '../features/gallery/focus-after-removal.ts';
import { resetLibrary } from '../features/gallery/library-source.ts';
import { imageSending } from '../features/images/generate-images.ts';
import { resetImageDraft } from '../features/images/image-draft-store.ts';
import { clearSelection } from '../features/gallery/selection-store.ts';
import { useModelMenu } from '../features/models/model-menu-store.ts';
import { useSessionMenu } from '../features/sessions/session-menu-store.ts';
import { useScope } from '../features/sessions/use-session-scope.ts';
import { createFakeBridge } from './fake-bridge.ts';
import type { FakeBridge } from './fake-bridge.ts';
import { en } from './i18n/en.ts';
import { createQueryClient } from './queries.ts';
import { resetUi } from './ui-store.ts';

// What is waited for comes when a busy computer gets to it; the library's one second is too short for that.
configure({ asyncUtilTimeout: 10_000 });

let lastUrl = 0;

/** Everything that a browser has and jsdom has not. Images can be drawn unless a test says otherwise. */
export function fakeDom(): void {
  Object.assign(URL, {
    createObjectURL: vi.fn(() => `blob:fake/${(lastUrl += 1)}`),
    revokeObjectURL: vi.fn(),
  });
  vi.stubGlobal(
    'createImageBitmap',
    vi.fn(() => Promise.resolve({ close: () => undefined })),
  );
  vi.stubGlobal('requestIdleCallback', (work: () => void) => {
    work();
  });
  vi.stubGlobal('cancelIdleCallback', vi.fn());
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe(): void {
        return undefined;
      }
      disconnect(): void {
        return undefined;
      }
    },
  );
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {
        return undefined;
      }
      unobserve(): void {
        return undefined;
      }
      disconnect(): void {
        return undefined;
      }
    },
  );
  // jsdom lays nothing out: the gallery is as high as a window, and a card as a card.
  const sized = (ofGallery: number, ofOthers: number) => ({
    configurable: true,
    get(this: HTMLElement) {
      return this.id === galleryId ? ofGallery : ofOthers;
    },
  });
  Object.defineProperties(HTMLElement.prototype, {
    offsetHeight: sized(2000, 240),
    offsetWidth: sized(900, 252),
    clientWidth: sized(900, 800),
    clientHeight: sized(2000, 240),
  });
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '');
    },
    close(this: HTMLDialogElement) {
      this.removeAttribute('open');
    },
  });
  Object.assign(HTMLElement.prototype, {
    scrollIntoView: vi.fn(),
    // jsdom hides what has the attribute and cannot show it.
    showPopover(this: HTMLElement) {
      this.removeAttribute('popover');
    },
  });
  Object.assign(HTMLMediaElement.prototype, { pause: vi.fn(), load: vi.fn(), play: vi.fn() });
}

/** The whole window before a main that was written by hand; `prepare` has its say before the first call. */
export function openStudio(
  start?: Parameters<typeof createFakeBridge>[0],
  prepare?: (bridge: FakeBridge) => void,
): FakeBridge {
  const bridge = createFakeBridge(start);
  prepare?.(bridge);
  Object.assign(window, { videoChat: bridge.videoChat, zoetrope: bridge.zoetrope });
  render(createElement(Root, { client: createQueryClient(), first: { language: 'en', dictionary: en } }));
  return bridge;
}

/** After each test: nothing of it is left. */
export function closeStudio(): void {
  cleanup();
  resetDraft();
  resetImageDraft();
  resetUi();
  resetLibrary();
  resetFilters();
  resetFirstSteps();
  clearSelection();
  useScope.setState({ showAll: false });
  useSessionMenu.setState({ open: null });
  useModelMenu.setState({ open: false });
  useCommands.setState({ open: null });
  for (const { useSending } of [clipSending, imageSending]) {
    useSending.setState({ state: 'idle', lastKey: null });
  }
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
}

interface FakeEntry {
  isDirectory: boolean;
  name: string;
}

/** A drop or a paste with these files in it, as an event that can be dispatched on the window. */
export function transferEvent(kind: 'drop' | 'paste', files: File[], entry: FakeEntry | null = null): Event {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  const transfer = {
    types: files.length > 0 ? ['Files'] : ['text/plain'],
    files,
    items: files.map((file) => ({ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => entry })),
  };
  return Object.assign(event, kind === 'drop' ? { dataTransfer: transfer } : { clipboardData: transfer });
}

export function pngFile(name = 'lion.png', bytes = 64): File {
  return new File([new Uint8Array(bytes).fill(1)], name, { type: 'image/png' });
}
