import { expect, test } from 'vitest';
import { accountOf } from './account.ts';
import { createAgentPlatformVeo } from './agent-platform-veo.ts';
import type { AgentPlatformAccess } from './agent-client.ts';
import { createGemini } from './gemini.ts';

const gemini = (apiKey: string, baseUrl = 'https://a.example') =>
  createGemini({ apiKey, baseUrl, fetch }).account;
const agent = (credentials: AgentPlatformAccess['credentials'], baseUrl: string | null = null) =>
  createAgentPlatformVeo({ credentials, baseUrl, storageUrl: null, outputUri: null, fetch }).account;
const project = { kind: 'project', project: 'p', location: 'global' } as const;

test('an account is short, the same each time, and tells nothing of the key', () => {
  const key = 'a-key-for-tests';
  expect(accountOf(key, 'gemini')).toBe(accountOf(key, 'gemini'));
  expect(accountOf(key, 'gemini')).toMatch(/^[0-9a-f]{16}$/);
});

test('each key, address, service, project and location has an account of its own', () => {
  const accounts = [
    gemini('one'),
    gemini('two'),
    gemini('one', 'https://b.example'),
    agent({ kind: 'key', apiKey: 'one' }),
    agent({ kind: 'key', apiKey: 'one' }, 'https://a.example'),
    agent(project),
    agent({ ...project, project: 'q' }),
    agent({ ...project, location: 'us-central1' }),
  ];
  expect(accounts).not.toContain(undefined);
  expect(new Set(accounts).size).toBe(accounts.length);
});
