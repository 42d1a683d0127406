import { expect, test } from 'vitest';
import { UsageError, helpText, readCommand } from './command.ts';
import { faultNames, faults } from './faults.ts';

test('the help lists every flag and every fault with its summary', () => {
  const text = helpText();
  for (const flag of ['--port', '--delay-ms', '--api-key', '--state-dir', '--fault', '[fault:NAME]']) {
    expect(text).toContain(flag);
  }
  const lines = text.split('\n').map((line) => line.trim().replace(/ {2,}/, ' '));
  for (const name of faultNames) expect(lines).toContain(`${name} ${faults[name].summary}`);
});

test('flags are read, and have defaults', () => {
  expect(readCommand([])).toMatchObject({ help: false, port: 8787, delayMs: 3000, faults: [] });
  const args = [
    '--port',
    '0',
    '--delay-ms=5',
    '--api-key',
    'k',
    '--state-dir',
    'd',
    '--fault',
    'slow:2',
    '--fault',
    'blocked',
  ];
  expect(readCommand(args)).toEqual({
    ...{ help: false, port: 0, delayMs: 5, apiKey: 'k', stateDir: 'd' },
    faults: [{ name: 'slow', count: 2 }, { name: 'blocked' }],
  });
});

test.each([
  [['--nonsense'], '--nonsense'],
  [['--port', 'abc'], '--port needs a whole number from 0 to 65535, not "abc"'],
  [['--port', '70000'], '--port needs a whole number'],
  [['--port'], '--port'],
  [['--delay-ms', '-5'], '--delay-ms'],
  [['--delay-ms=-5'], '--delay-ms needs a whole number'],
  [['--fault', 'no-such-fault'], 'no-such-fault'],
  [['--fault', 'slow:0'], 'slow:0'],
  [['--fault', 'slow:1:2'], 'slow:1:2'],
  [['--api-key', ''], '--api-key'],
  [['extra'], 'extra'],
  [['--key', 'abc'], '--key needs KEY=KIND'],
  [['--key', 'abc=good'], '--key needs one of all, veo, omni'],
  [['--models', 'none'], '--models needs one of'],
])('%j is refused', (args, message) => {
  expect(() => readCommand(args)).toThrow(UsageError);
  expect(() => readCommand(args)).toThrow(message);
});

test('keys and models are read', () => {
  const args = ['--key', 'a=b=omni', '--key', 'c=bad', '--models', 'veo', '--retired', 'm', '--adults-only'];
  expect(readCommand(args)).toMatchObject({
    ...{ keys: { 'a=b': 'omni', c: 'bad' }, models: 'veo', retired: ['m'], region: 'adults-only' },
  });
  for (const flag of ['--key', '--models', '--retired', '--adults-only']) expect(helpText()).toContain(flag);
});
