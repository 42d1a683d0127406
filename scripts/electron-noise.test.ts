import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { withoutNoise } from './electron-noise.mjs';

const NOISE = [
  '[6637:1122/082536.816288:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
  '[6637:1122/082536.816288:ERROR:dbus/object_proxy.cc:590] Failed to call method: org.freedesktop.DBus.NameHasOwner',
  '[6690:1122/082537.100000:ERROR:viz_main_impl.cc(183)] Exiting GPU process due to errors during initialization',
];

async function filtered(chunks: readonly (string | Buffer)[]): Promise<string> {
  const filter = withoutNoise();
  const output = text(filter);
  for (const chunk of chunks) filter.write(chunk);
  filter.end();
  return output;
}

describe('withoutNoise', () => {
  it.each(NOISE)('leaves out %s', async (line) => {
    expect(await filtered([`before\n${line}\nafter\n`])).toBe('before\nafter\n');
  });

  it.each([
    'Error: the library folder cannot be written',
    '    at bus.cc(407)',
    '[6637:1122/082536.816288:ERROR:env.cc(258)] The platform failed to initialize.  Exiting.',
    '[6637:1122/082536.816288:FATAL:bus.cc(407)] gone',
  ])('keeps %s', async (line) => {
    expect(await filtered([`${line}\n`])).toBe(`${line}\n`);
  });

  it('finds lines and characters that arrive in pieces', async () => {
    const bytes = Buffer.from(`ü${NOISE[0]?.slice(1) ?? ''}\n${NOISE[1] ?? ''}\nlast, without an end`);
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await filtered(pieces)).toBe(`ü${NOISE[0]?.slice(1) ?? ''}\nlast, without an end`);
  });
});
