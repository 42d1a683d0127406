// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { QueueList } from '../../../preload/contract/queue.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { fakeAppState, fakeError, fakeOperation, fakeQueue } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';
import { placed } from './queue-order.ts';

beforeEach(() => {
  fakeDom();
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(closeStudio);

const demo = { ...fakeAppState, service: { ...fakeAppState.service, mode: 'demo' as const } };

function queueOf(running: Operation[], waiting: Operation[], changes: Partial<QueueList> = {}): QueueList {
  return {
    ...fakeQueue,
    running: running.length,
    waiting: waiting.length,
    runningOperations: running,
    waitingOperations: waiting,
    ...changes,
  };
}
const three = () => ['a', 'b', 'c'].map((id) => fakeOperation('queued', { id }));

async function openQueue() {
  await userEvent.click(await screen.findByRole('button', { name: 'Show queue' }));
  return within(screen.getByRole('dialog', { name: 'Queue' }));
}

describe('the strip', () => {
  it('is there while something is made, waits or is paused, and follows main', async () => {
    const bridge = openStudio();
    await screen.findByRole('button', { name: 'Clear finished' }).catch(() => null);
    expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    const tell = (changes: Partial<QueueList>) => {
      act(() => {
        bridge.send('queueChanged', {
          paused: false,
          running: 0,
          waiting: 0,
          failed: 0,
          version: 2,
          ...changes,
        });
      });
    };
    tell({ running: 2, waiting: 5 });
    const strip = await screen.findByRole('region', { name: 'Queue' });
    expect(strip.textContent).toContain('2 being made · 5 waiting');
    tell({ paused: true });
    await waitFor(() => {
      expect(strip.textContent).toContain('Nothing is sent until you resume.');
    });
    tell({});
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Queue' })).toBeNull();
    });
  });

  it('pauses and resumes, and says so when that failed', async () => {
    const bridge = openStudio({ queue: queueOf([], three()) });
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Resume' }));
    expect(bridge.inputsOf('queue.setPaused')).toEqual([{ paused: true }, { paused: false }]);
    bridge.answerNext('queue.setPaused', fail(fakeError('internal', 'The disk is read-only.')));
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is read-only.');
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
  });
});

describe('the order', () => {
  it('is changed by keys and buttons at once, and main has the last word', async () => {
    const operations = three();
    const bridge = openStudio({ queue: queueOf([], operations) });
    const queue = await openQueue();
    const order = () => queue.getAllByRole('listitem').map((row) => row.dataset['queueId']);
    await queue.findByRole('button', { name: 'Place 3, move' });

    let answer: (value: ReturnType<typeof ok<QueueList>>) => void = () => undefined;
    bridge.answerNext(
      'queue.move',
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const grip = queue.getByRole('button', { name: 'Place 3, move' });
    grip.focus();
    fireEvent.keyDown(grip, { key: 'ArrowUp', altKey: true });
    await waitFor(() => {
      expect(order()).toEqual(['a', 'c', 'b']);
    });
    const [a, b, c] = operations;
    if (!a || !b || !c) throw new Error('There are three.');
    answer(ok(queueOf([], [c, a, b])));
    await waitFor(() => {
      expect(order()).toEqual(['c', 'a', 'b']);
    });
    expect(queue.getByText('Place 1 of 3')).toBeTruthy();
    expect((document.activeElement as HTMLElement).closest('li')?.dataset['queueId']).toBe('c');
    expect(bridge.inputsOf('queue.move')).toEqual([{ operationId: 'c', to: 'up' }]);
  });

  it('that main refuses is taken back, with its words', async () => {
    const bridge = openStudio({ queue: queueOf([], three()) });
    const queue = await openQueue();
    await queue.findByRole('button', { name: 'Place 1, move' });
    bridge.answerNext(
      'queue.move',
      fail(fakeError('operation_running', 'This clip does not wait any more.')),
    );
    const [first] = queue.getAllByRole('button', { name: 'Move down' });
    if (first) await userEvent.click(first);
    expect((await queue.findByRole('alert')).textContent).toContain('does not wait any more');
    await waitFor(() => {
      expect(queue.getAllByRole('listitem').map((row) => row.dataset['queueId'])).toEqual(['a', 'b', 'c']);
    });
  });

  it('is worked out as main does it', () => {
    const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
    const after = (id: string, to: Parameters<typeof placed>[2]) =>
      placed(rows, id, to)
        .map((row) => row.id)
        .join('');
    expect([after('c', 'top'), after('a', 'up'), after('b', 'up'), after('b', 'down')]).toEqual([
      'cab',
      'abc',
      'bac',
      'acb',
    ]);
    expect([after('a', 'end'), after('c', { before: 'a' }), after('b', { before: 'gone' })]).toEqual([
      'bca',
      'cab',
      'abc',
    ]);
    expect(after('gone', 'top')).toBe('abc');
  });
});

describe('the list', () => {
  it('says of each why it waits, what it costs, and that more wait than are shown', async () => {
    const now = Date.now();
    openStudio({
      queue: queueOf(
        [fakeOperation('submitting', { id: 'sent', isCancelling: true })],
        [
          fakeOperation('queued', { id: 'held', hold: { period: 'day', budgetUsd: 5 } }),
          fakeOperation('queued', {
            id: 'refused',
            error: fakeError('rate_limited', 'Too many requests.'),
            retryAt: now + 90_000,
          }),
        ],
        { waiting: 240 },
      ),
    });
    const queue = await openQueue();
    await queue.findByRole('listitem', { name: 'Prompt of held' });
    const row = (name: string) => queue.getByRole('listitem', { name });
    expect(row('Prompt of sent').textContent).toContain('ends when the service has answered');
    expect(within(row('Prompt of sent')).queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(row('Prompt of held').textContent).toContain('it would go over the day’s budget of $5.00');
    expect(row('Prompt of held').textContent).toContain('$3.20');
    expect(row('Prompt of refused').textContent).toMatch(/Next try in 1:\d\d/);
    expect(queue.getByText(/^And 238 more/)).toBeTruthy();
  });

  it('cancels what waits for nothing, with an Undo', async () => {
    const operations = three();
    const bridge = openStudio({ operations, queue: queueOf([], operations) });
    const queue = await openQueue();
    const row = await queue.findByRole('listitem', { name: 'Prompt of b' });
    await userEvent.click(within(row).getByRole('button', { name: 'Cancel' }));
    expect(bridge.inputsOf('operations.remove')).toEqual([{ operationIds: ['b'] }]);
    expect(await queue.findByText('Cancelled before it was sent. Nothing is charged.')).toBeTruthy();
    expect(queue.getByRole('button', { name: 'Undo' })).toBeTruthy();
  });
});

describe('what costs money', () => {
  it('is cancelled at the service only after a question that says what may be charged', async () => {
    const running = fakeOperation('processing', { id: 'run' });
    const bridge = openStudio({ operations: [running], queue: queueOf([running], []) });
    const queue = await openQueue();
    await userEvent.click(await queue.findByRole('button', { name: 'Cancel' }));
    const question = within(screen.getByRole('dialog', { name: 'Cancel this clip?' }));
    expect(question.getByText(/may finish it and charge \$3\.20/)).toBeTruthy();
    expect((document.activeElement as HTMLElement).textContent).toBe('Keep going');
    expect(bridge.inputsOf('queue.cancel')).toEqual([]);
    await userEvent.click(question.getByRole('button', { name: 'Cancel the clip' }));
    expect(bridge.inputsOf('queue.cancel')).toEqual([{ operationId: 'run' }]);
  });

  it('is duplicated once for its price, however often the button is pressed', async () => {
    const operation = fakeOperation('completed', { id: 'done' });
    const bridge = openStudio({ operations: [operation] });
    await userEvent.click(await screen.findByRole('button', { name: 'Duplicate' }));
    const question = within(screen.getByRole('dialog', { name: 'Make this clip again?' }));
    expect(bridge.inputsOf('operations.again')).toEqual([]);
    const goOn = question.getByRole('button', { name: 'Duplicate for $3.20' });
    fireEvent.click(goOn);
    fireEvent.click(goOn);
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(bridge.inputsOf('operations.again')).toEqual([{ operationId: 'done' }]);
  });

  it('needs no question in demo mode, where it is free', async () => {
    const operation = fakeOperation('completed', { id: 'done', service: 'demo', estimatedUsd: 0 });
    const bridge = openStudio({ operations: [operation], appState: demo });
    await userEvent.click(await screen.findByRole('button', { name: 'Duplicate' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => {
      expect(bridge.inputsOf('operations.again')).toEqual([{ operationId: 'done' }]);
    });
  });

  it('is tried again for all that failed, with the sum before', async () => {
    const operations = ['x', 'y'].map((id) => fakeOperation('error', { id }));
    const queue = { ...fakeQueue, failed: 2, retry: { operationIds: ['x', 'y'], usd: 6.4 } };
    const bridge = openStudio({ operations, queue });
    await userEvent.click(await screen.findByRole('button', { name: 'Try failed ones again (2)' }));
    const question = within(await screen.findByRole('dialog', { name: 'Try 2 failed clips again?' }));
    expect(question.getByText('Together they cost $6.40.')).toBeTruthy();
    await userEvent.click(question.getByRole('button', { name: 'Try 2 again for $6.40' }));
    expect(bridge.inputsOf('queue.retryFailed')).toEqual([{ operationIds: ['x', 'y'] }]);
  });
});

it('a cancelled clip can be followed again, from its card', async () => {
  const operation = fakeOperation('error', {
    id: 'gone',
    canFollow: true,
    error: fakeError('cancelled', 'You cancelled this clip after it was sent.'),
  });
  const bridge = openStudio({ operations: [operation] });
  await userEvent.click(await screen.findByRole('button', { name: 'Follow it again' }));
  expect(bridge.inputsOf('queue.followAgain')).toEqual([{ operationId: 'gone' }]);
  expect(bridge.inputsOf('operations.again')).toEqual([]);
});

it('a clicked notification closes what is open and shows its card, also in a window that it opened', async () => {
  const operations = ['one', 'two'].map((id) => fakeOperation('completed', { id }));
  const bridge = openStudio({ operations, shown: ['two'] });
  const play = (id: string) => screen.getByRole('button', { name: `Play: Prompt of ${id}` });
  await screen.findByRole('button', { name: 'Play: Prompt of two' });
  await waitFor(() => {
    expect(document.activeElement).toBe(play('two'));
  });
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  act(() => {
    bridge.send('operationsShown', { operationIds: ['one'] });
  });
  await waitFor(() => {
    expect(document.activeElement).toBe(play('one'));
  });
  expect(screen.queryByRole('dialog')).toBeNull();
});
