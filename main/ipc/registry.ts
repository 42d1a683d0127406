/** The only importer of `ipcMain`: every message is checked for its channel, its sender and its input. */
import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type { OutputOf, ParsedOf } from '../../preload/contract/api.ts';
import type { Call } from '../../preload/contract/contract.ts';
import { channel, mediaCalls, videoChatCalls, zoetropeCalls } from '../../preload/contract/channels.ts';
import type { WindowRole } from '../../preload/contract/channels.ts';
import type { Result } from '../../preload/contract/result.ts';
import { fail } from '../../preload/contract/result.ts';
import type { Senders } from '../security/senders.ts';
import type { Log } from '../services/log.ts';
import { inputError } from './input-error.ts';

type AnyCalls = Record<string, Call<z.ZodType, unknown>>;

/** One handler for each call of a contract's part: none may be missing, none may be extra. */
export type Handlers<Calls> = {
  [Name in keyof Calls]: (
    input: ParsedOf<Calls[Name]>,
  ) => Result<OutputOf<Calls[Name]>> | Promise<Result<OutputOf<Calls[Name]>>>;
};

export interface RegistryDeps {
  senders: Senders;
  log: Log;
}

export interface Registry {
  register<Calls extends AnyCalls>(
    calls: Calls,
    handlers: Handlers<Calls>,
    channelOf: (name: string) => string,
  ): void;
  /** All handlers are registered: calls that came before are answered now. */
  open(): void;
}

const studioChannels: readonly string[] = [
  ...videoChatCalls.map(channel.videoChat),
  ...Object.entries(zoetropeCalls).flatMap(([domain, names]) =>
    names.map((name) => channel.zoetrope(domain, name)),
  ),
];

/** The answer to one message; never throws. */
async function answer(
  channelName: string,
  call: Call<z.ZodType, unknown>,
  handler: (input: never) => unknown,
  input: unknown,
  log: Log,
): Promise<unknown> {
  try {
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return fail(inputError(parsed.error, input));
    return await handler(parsed.data as never);
  } catch (error) {
    log.error('A call failed', { channel: channelName, error });
    return fail({
      code: 'internal',
      message: 'Something went wrong inside Zoetrope. Try again; if it stays so, restart the app.',
      retryable: true,
    });
  }
}

/** Listens at once: the window is opened before what answers it is loaded, and its first calls wait. */
export function createRegistry({ senders, log }: RegistryDeps): Registry {
  const answers = new Map<string, (input: unknown) => Promise<unknown>>();
  let open = (): void => undefined;
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });

  function listen(role: WindowRole, name: string): void {
    ipcMain.handle(name, async (event: IpcMainInvokeEvent, input: unknown) => {
      if (!senders.isTrusted(event, role)) {
        log.warn('A message from a stranger was refused', { channel: name });
        return fail({ code: 'forbidden', message: 'This page may not do that.', retryable: false });
      }
      await isOpen;
      return answers.get(name)?.(input);
    });
  }
  for (const name of studioChannels) listen('studio', name);
  for (const name of mediaCalls) listen('media', channel.media(name));

  return {
    register(calls, handlers, channelOf) {
      for (const [name, call] of Object.entries(calls)) {
        const handler = handlers[name as keyof typeof calls];
        answers.set(channelOf(name), (input) => answer(channelOf(name), call, handler, input, log));
      }
    },
    open,
  };
}
