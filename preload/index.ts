/** Loops over the contract's names; nothing else crosses. One CommonJS file, without zod. */
import { contextBridge, ipcRenderer } from 'electron';
import {
  channel,
  mediaCalls,
  mediaEvents,
  roleArgument,
  studioEvents,
  videoChatCalls,
  zoetropeCalls,
} from './contract/channels.ts';
import type { Result } from './contract/result.ts';

type Invoke = (input?: unknown) => Promise<unknown>;

/** What cannot be sent at all, a function for instance, is answered like any other bad input: nothing throws. */
const notSendable: Result<never> = {
  ok: false,
  error: {
    code: 'invalid_request',
    message: 'Nothing was sent: the request is not understood.',
    retryable: false,
    details: { fields: [], charged: false },
  },
};

async function invoke(channelName: string, input: unknown): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channelName, input);
  } catch (error) {
    if (error instanceof Error && error.message.includes('could not be cloned')) return notSendable;
    throw error;
  }
}

function calls(names: readonly string[], channelOf: (name: string) => string): Record<string, Invoke> {
  return Object.fromEntries(names.map((name) => [name, (input?: unknown) => invoke(channelOf(name), input)]));
}

function subscriber(names: readonly string[]) {
  return (name: string, listener: (payload: unknown) => void): (() => void) => {
    if (!names.includes(name)) throw new Error(`There is no event named ${name}`);
    const relay = (_event: unknown, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(channel.event(name), relay);
    return () => {
      ipcRenderer.removeListener(channel.event(name), relay);
    };
  };
}

if (process.argv.includes(`${roleArgument}media`)) {
  contextBridge.exposeInMainWorld('zoetropeMedia', {
    ...calls(mediaCalls, channel.media),
    on: subscriber(mediaEvents),
  });
} else {
  contextBridge.exposeInMainWorld('videoChat', calls(videoChatCalls, channel.videoChat));
  contextBridge.exposeInMainWorld('zoetrope', {
    ...Object.fromEntries(
      Object.entries(zoetropeCalls).map(([domain, names]) => [
        domain,
        calls(names, (name) => channel.zoetrope(domain, name)),
      ]),
    ),
    on: subscriber(studioEvents),
  });
}
