import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { describe, expect, test } from 'vitest';
import { createSenders } from './senders.ts';

type Event = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

const frame = (url: string) => ({ url }) as unknown as WebFrameMain;

/** A window's contents, as far as the check looks at them. */
function contents(id: number, url = 'app://zoetrope/index.html') {
  const emitter = new EventEmitter();
  const mainFrame = frame(url);
  const sender = Object.assign(emitter, { id, mainFrame }) as unknown as WebContents;
  const from = (senderFrame: WebFrameMain | null): Event => ({ sender, senderFrame });
  return { sender, mainFrame, from, destroy: () => emitter.emit('destroyed') };
}

const senders = () => createSenders(['app://zoetrope']);

test('a window’s own page is trusted in the role that the window was opened for', () => {
  const all = senders();
  const studio = contents(1);
  const media = contents(2, 'app://zoetrope/media.html');
  all.add(studio.sender, 'studio');
  all.add(media.sender, 'media');
  expect(all.isTrusted(studio.from(studio.mainFrame), 'studio')).toBe(true);
  expect(all.isTrusted(studio.from(studio.mainFrame), 'media')).toBe(false);
  expect(all.isTrusted(media.from(media.mainFrame), 'media')).toBe(true);
  expect(all.isTrusted(media.from(media.mainFrame), 'studio')).toBe(false);
});

describe('not trusted is', () => {
  test('a window that nobody registered', () => {
    const stranger = contents(3);
    expect(senders().isTrusted(stranger.from(stranger.mainFrame), 'studio')).toBe(false);
  });

  test('a frame inside the page, even one of the app’s own origin, and a frame that is gone', () => {
    const all = senders();
    const studio = contents(1);
    all.add(studio.sender, 'studio');
    expect(all.isTrusted(studio.from(frame('app://zoetrope/index.html')), 'studio')).toBe(false);
    expect(all.isTrusted(studio.from(null), 'studio')).toBe(false);
  });

  test.each([
    'https://evil.example/',
    'app://evil/index.html',
    'app://zoetrope.evil/index.html',
    'https://zoetrope/index.html',
    'file:///index.html',
    'about:blank',
    'data:text/html,hi',
    '',
    'not a url',
  ])('a page at %j', (url) => {
    const all = senders();
    const studio = contents(1, url);
    all.add(studio.sender, 'studio');
    expect(all.isTrusted(studio.from(studio.mainFrame), 'studio')).toBe(false);
  });

  test('a window that was closed, whoever gets its number next', () => {
    const all = senders();
    const studio = contents(1);
    all.add(studio.sender, 'studio');
    studio.destroy();
    expect(all.isTrusted(studio.from(studio.mainFrame), 'studio')).toBe(false);
  });
});
