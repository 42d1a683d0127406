import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { helpText } from './command.ts';

const cli = path.join(import.meta.dirname, 'cli.ts');
const timeout = 30_000;

function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], { stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code, ...output }));
  return { child, output, ended };
}

async function started(...args: string[]) {
  const program = run('--port', '0', ...args);
  await expect.poll(() => program.output.stdout, { timeout: 20_000 }).toMatch(/\n/);
  const url = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n/.exec(program.output.stdout)?.[1] ?? '';
  expect(url).not.toBe('');
  return { ...program, url };
}

test('it listens, makes a clip, logs without keys, and ends on SIGTERM', { timeout }, async () => {
  const { url, child, output, ended } = await started('--delay-ms', '0', '--fault', 'internal:1');
  const headers = { 'x-goog-api-key': 'secret-key' };
  const create = () =>
    fetch(`${url}/v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning?key=secret-key`, {
      method: 'POST',
      body: JSON.stringify({ instances: [{ prompt: 'a lion' }] }),
    });
  expect((await create()).status).toBe(500);
  const { name } = (await (await create()).json()) as { name: string };
  await expect
    .poll(async () => (await fetch(`${url}/v1beta/${name}`, { headers })).text())
    .toContain(':download?alt=media');
  const poll = await (await fetch(`${url}/v1beta/${name}`, { headers })).text();
  const file = await fetch(/"(http[^"]*)"/.exec(poll)?.[1] ?? '', { headers });
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');

  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(output.stdout).toContain(
    'POST /v1beta/models/veo-3.1-fast-generate-preview:predictLongRunning?key=*** 500\n',
  );
  expect(output.stdout).toContain(`GET /v1beta/${name} 200\n`);
  expect(output.stdout + output.stderr).not.toContain('secret-key');
});

test('SIGINT ends it in the middle of an answer', { timeout }, async () => {
  const { url, child, ended } = await started('--api-key', 'the-good-key', '--fault', 'hang-create');
  expect((await fetch(`${url}/v1beta/models?key=another`)).status).toBe(400);
  const hanging = fetch(`${url}/v1beta/models/veo-3.1-generate-preview:predictLongRunning`, {
    method: 'POST',
    headers: { 'x-goog-api-key': 'the-good-key' },
    body: JSON.stringify({ instances: [{ prompt: 'a lion' }] }),
  });
  const failed = expect(hanging).rejects.toThrow();
  await expect.poll(async () => (await fetch(`${url}/__emulator/requests`)).text()).toContain('a lion');
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  await failed;
});

test('--help is printed', { timeout }, async () => {
  expect(await run('--help').ended).toEqual({ code: 0, stdout: helpText(), stderr: '' });
});

test('a bad flag is refused with exit code 2', { timeout }, async () => {
  const { code, stdout, stderr } = await run('--nonsense').ended;
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--nonsense');
  expect(stderr).not.toContain('    at ');
});

test('a port in use is said plainly, exit code 1', { timeout }, async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { code, stderr } = await run('--port', String(port)).ended;
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^That port is in use.*\n$/)]);
});
