import { expect, test, vi } from 'vitest';
import { prepareSdk } from './gemini-client.ts';

test('getting ready for a request sends nothing', async () => {
  const sent = vi.spyOn(globalThis, 'fetch');
  const made = vi.spyOn(Response, 'json');
  prepareSdk();
  await vi.waitFor(() => {
    expect(made).toHaveBeenCalledTimes(1);
  });
  expect(sent).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
