import path from 'node:path';
import type { WebPreferences } from 'electron';
import { roleArgument } from '../../preload/contract/channels.ts';
import type { WindowRole } from '../../preload/contract/channels.ts';

/** The same hard shell for every window; only its half of the bridge differs. */
export function webPreferences(role: WindowRole): WebPreferences {
  return {
    preload: path.join(import.meta.dirname, '../preload/index.cjs'),
    additionalArguments: [`${roleArgument}${role}`],
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    // The media window works while nobody looks at it.
    backgroundThrottling: role !== 'media',
    ...(role === 'media' ? { autoplayPolicy: 'no-user-gesture-required' } : {}),
  };
}
