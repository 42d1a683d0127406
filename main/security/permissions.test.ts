import { describe, expect, test } from 'vitest';
import { allowedPermissions, mayHave } from './permissions.ts';

const origins = ['app://zoetrope'];
const ownPage = { address: 'app://zoetrope/index.html', isMainFrame: true };

test('own pages have full screen and copying, each for a reason', () => {
  expect([...allowedPermissions.keys()]).toEqual(['fullscreen', 'clipboard-sanitized-write']);
  for (const [permission, reason] of allowedPermissions) {
    expect(reason).not.toBe('');
    expect(mayHave(origins, permission, ownPage)).toBe(true);
    // Chromium names the origin alone in its checks.
    expect(mayHave(origins, permission, { ...ownPage, address: 'app://zoetrope/' })).toBe(true);
  }
});

test.each([
  ...['media', 'display-capture', 'geolocation', 'notifications', 'midi', 'midiSysex', 'pointerLock'],
  ...[
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'storage-access',
  ],
  ...['window-management', 'keyboardLock', 'speaker-selection', 'mediaKeySystem', 'unknown', ''],
])('nobody has %j', (permission) => {
  expect(mayHave(origins, permission, ownPage)).toBe(false);
});

describe('not even full screen has', () => {
  test.each(['https://evil.example/', 'app://evil/', 'file:///a.html', 'about:blank', 'null', ''])(
    'a page at %j',
    (address) => {
      expect(mayHave(origins, 'fullscreen', { address, isMainFrame: true })).toBe(false);
    },
  );

  test('a frame inside a page', () => {
    expect(mayHave(origins, 'fullscreen', { ...ownPage, isMainFrame: false })).toBe(false);
  });
});
