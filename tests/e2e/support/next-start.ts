import type { Emulator } from '../../../emulator/server.ts';
import type { Studio } from './studio.ts';
import { expect } from './test.ts';
import { billed } from './wire.ts';

/** The next start brings what was under way to its end, and the service has made nothing but that, once. */
export async function expectFinishedByNextStart(
  launch: () => Promise<Studio>,
  emulator: Emulator,
  prompt: string,
): Promise<Studio> {
  const next = await launch();
  await next.expectPhase(next.card(prompt), 'completed');
  expect(billed(emulator)).toEqual([prompt]);
  return next;
}
