import { expect, test, vi } from 'vitest';
import { createOpenExternal } from './external-links.ts';

function bench() {
  const open = vi.fn<(address: string) => Promise<void>>(() => Promise.resolve());
  return { open, openExternal: createOpenExternal(open) };
}

test('a page of Google’s is opened in the browser', async () => {
  const { open, openExternal } = bench();
  await openExternal('https://aistudio.google.com/apikey');
  expect(open).toHaveBeenCalledExactlyOnceWith('https://aistudio.google.com/apikey');
});

test.each([
  'http://ai.google.dev/',
  'https://evil.example/',
  'https://ai.google.dev.evil.example/',
  'https://ai.google.dev@evil.example/',
  'https://user:word@ai.google.dev/',
  'https://ai.google.dev:8443/',
  'file:///etc/passwd',
  'smb://ai.google.dev/share',
  'ms-msdt:/id',
  'javascript:alert(1)',
  'data:text/html,hi',
  '//ai.google.dev/',
  'C:\\Windows\\System32\\calc.exe',
  '',
])('%j is never handed to the system', async (address) => {
  const { open, openExternal } = bench();
  await expect(openExternal(address)).rejects.toThrow('not one that the app opens');
  expect(open).not.toHaveBeenCalled();
});
