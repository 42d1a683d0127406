// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import { undoMs } from '../../../preload/contract/domain.ts';
import { fakeError, fakeOperation } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

function named(prompt: string, operation: Operation): Operation {
  return { ...operation, request: { ...operation.request, prompt } };
}

const card = (prompt: string) => screen.findByRole('article', { name: prompt });
const names = () => screen.getAllByRole('article').map((article) => article.getAttribute('aria-label'));

describe('the gallery', () => {
  it('invites when it is empty, and an example fills the prompt', async () => {
    openStudio();
    await screen.findByText('Set something in motion');
    await userEvent.click(screen.getByRole('button', { name: /^Macro shot of ink/ }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Prompt').value).toMatch(/^Macro shot of ink/);
    expect(document.activeElement).toBe(screen.getByLabelText('Prompt'));
  });

  it('says when the list failed and tries again', async () => {
    openStudio({ operations: [named('one', fakeOperation('completed'))] }, (bridge) => {
      bridge.answerNext('library.page', {
        ok: false,
        error: fakeError('internal', 'The list could not be read.'),
      });
    });
    expect(await screen.findByText('The list could not be read.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await card('one');
  });

  it('follows main’s events: new first, changed in place, removed gone, and says once when one is done', async () => {
    const first = named('first', fakeOperation('processing', { createdAt: 1000 }));
    const bridge = openStudio({ operations: [first] });
    expect((await card('first')).dataset['phase']).toBe('processing');
    act(() => {
      bridge.send(
        'operationChanged',
        named('second', fakeOperation('queued', { createdAt: 2000, queuePosition: 2 })),
      );
    });
    await card('second');
    expect(names()).toEqual(['second', 'first']);
    expect(screen.getByText('Queued, 2nd')).toBeTruthy();

    act(() => {
      bridge.send(
        'operationChanged',
        named('first', fakeOperation('completed', { id: first.id, createdAt: 1000 })),
      );
    });
    expect(await screen.findByText('Finished: first.')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Play: first' })).toBeTruthy();
    expect(names()).toEqual(['second', 'first']);
    expect(within(await card('first')).getByRole('button', { name: 'Download' })).toBeTruthy();

    act(() => {
      bridge.send('operationsRemoved', { operationIds: [first.id] });
    });
    await waitFor(() => {
      expect(names()).toEqual(['second']);
    });
  });

  it('counts the seconds of what is being made and says when it takes long', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    openStudio({
      operations: [named('lion', fakeOperation('processing', { createdAt: Date.now() - 71_000 }))],
    });
    const running = await card('lion');
    expect(running.textContent).toMatch(/1:1[12]usually 1 to 3 min/);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(running.textContent).toMatch(/1:2[12]/);
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(running.textContent).toContain('taking longer than usual');
    expect(within(running).queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('says what is in the way of a clip that goes on all the same', async () => {
    openStudio({
      operations: [
        named('lion', fakeOperation('processing', { error: fakeError('network', 'No answer.') })),
        named(
          'cat',
          fakeOperation('downloading', { error: fakeError('disk_full', 'The disk is full. It goes on.') }),
        ),
      ],
    });
    expect((await card('lion')).textContent).toContain(
      'No connection. Still trying; the clip goes on being made.',
    );
    expect((await card('cat')).textContent).toContain('The disk is full. It goes on.');
  });

  it('counts down to the next try of a request that the service refused for now', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const waiting = fakeOperation('queued', {
      error: fakeError('rate_limited', 'The limit is reached.'),
      retryAt: Date.now() + 23_000,
    });
    openStudio({ operations: [named('lion', waiting)] });
    const queued = await card('lion');
    expect(queued.textContent).toMatch(
      /Too many requests\. Next try in 0:2[23]; nothing is charged for waiting\./,
    );
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(queued.textContent).toMatch(/Next try in 0:1[23]/);
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(queued.textContent).toContain('Trying again now');
  });

  it('sends a failed request once more with one click, however often it is pressed', async () => {
    const failed = named('violin', fakeOperation('blocked', { error: fakeError('blocked', 'The filter.') }));
    if (failed.error) failed.error.retryable = true;
    const bridge = openStudio({ operations: [failed] });
    const again = within(await card('violin')).getByRole('button', { name: 'Try again' });
    await userEvent.dblClick(again);
    await waitFor(() => {
      expect(screen.queryByRole('article', { name: 'violin' })).toBeNull();
    });
    expect(bridge.inputsOf('operations.again')).toEqual([{ operationId: failed.id, replaces: true }]);
  });

  it('gives the two choices for a request that may have been sent', async () => {
    const bridge = openStudio({
      operations: [
        named(
          'one',
          fakeOperation('unknown', { id: 'a', error: fakeError('unknown_outcome', 'It may have been.') }),
        ),
        named(
          'two',
          fakeOperation('unknown', { id: 'b', error: fakeError('unknown_outcome', 'It may have been.') }),
        ),
      ],
    });
    await userEvent.click(within(await card('one')).getByRole('button', { name: 'Forget it' }));
    await waitFor(() => {
      expect(names()).toEqual(['two']);
    });
    expect(bridge.inputsOf('operations.again')).toEqual([]);
    await userEvent.click(
      within(await card('two')).getByRole('button', { name: 'It was not sent, try again' }),
    );
    await waitFor(() => {
      expect(bridge.inputsOf('operations.again')).toEqual([{ operationId: 'b', replaces: true }]);
    });
  });

  it('offers no second try where it would fail the same way', async () => {
    const failed = fakeOperation('error', { error: fakeError('invalid_key', 'The key.') });
    if (failed.error) failed.error.retryable = false;
    openStudio({ operations: [named('lion', failed)] });
    const buttons = within(await card('lion')).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).not.toContain(
      'Try again',
    );
  });

  it('shows an error that is said twice once', async () => {
    const bridge = openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    const download = within(await card('lion')).getByRole('button', { name: 'Download' });
    for (const times of [1, 2]) {
      bridge.answerNext('clips.download', { ok: false, error: fakeError('disk_full', 'Free 12 MB.') });
      await userEvent.click(download);
      await waitFor(() => {
        expect(bridge.inputsOf('clips.download')).toHaveLength(times);
      });
    }
    expect(await screen.findAllByText('Free 12 MB.')).toHaveLength(1);
  });

  it('deletes without asking, and Undo brings it back', async () => {
    const bridge = openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    await userEvent.click(within(await card('lion')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      expect(screen.queryByRole('article')).toBeNull();
    });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await card('lion');
    expect(bridge.inputsOf('operations.restore')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('takes the last deletion back with Ctrl+Z, but not while a text is being written', async () => {
    const bridge = openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    await userEvent.click(within(await card('lion')).getByRole('button', { name: 'Delete' }));
    await screen.findByText('Deleted.');
    fireEvent.keyDown(screen.getByLabelText('Prompt'), { key: 'z', ctrlKey: true });
    expect(bridge.inputsOf('operations.restore')).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    await card('lion');
  });

  it('offers Undo only as long as main can still do it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    fireEvent.click(within(await card('lion')).getByRole('button', { name: 'Delete' }));
    await screen.findByRole('button', { name: 'Undo' });
    await act(() => vi.advanceTimersByTimeAsync(undoMs));
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('keeps the card and says why when main does not delete it', async () => {
    const bridge = openStudio({ operations: [named('lion', fakeOperation('queued'))] });
    bridge.answerNext('operations.remove', {
      ok: false,
      error: fakeError('operation_running', 'It was just sent.'),
    });
    await userEvent.click(within(await card('lion')).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('It was just sent.')).toBeTruthy();
    expect(screen.getByRole('article', { name: 'lion' })).toBeTruthy();
  });

  it('clears what has ended and leaves the rest', async () => {
    openStudio({
      operations: [named('running', fakeOperation('processing')), named('done', fakeOperation('completed'))],
    });
    await card('done');
    await userEvent.click(screen.getByRole('button', { name: 'Clear finished' }));
    await waitFor(() => {
      expect(names()).toEqual(['running']);
    });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Clear finished' }).disabled).toBe(true);
  });

  it('puts a failed request back with its image, to edit and try again', async () => {
    const image = {
      id: 'u',
      name: 'frame.png',
      mimeType: 'image/png' as const,
      width: 8,
      height: 8,
      sizeBytes: 3,
      url: 'media://upload/u',
    };
    const failed = fakeOperation('blocked', {
      error: fakeError('blocked', 'The filter stopped it.', { charged: false }),
    });
    failed.request = {
      ...failed.request,
      prompt: 'A violin',
      negativePrompt: 'crowd',
      aspectRatio: '9:16',
      duration: '4',
      image,
    };
    openStudio({ operations: [failed] });
    const blocked = await card('A violin');
    expect(within(blocked).getByText('The filter stopped it.')).toBeTruthy();
    expect(within(blocked).getByText('Not charged.')).toBeTruthy();
    await userEvent.click(within(blocked).getByRole('button', { name: 'Edit and try again' }));
    await screen.findByAltText('First frame: frame.png');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Prompt').value).toBe('A violin');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Negative prompt').value).toBe('crowd');
    expect(screen.getByLabelText<HTMLInputElement>('9:16').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('4 s').checked).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Prompt'));
  });

  it('says how a download went', async () => {
    const bridge = openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    const download = within(await card('lion')).getByRole('button', { name: 'Download' });
    bridge.answerNext('clips.download', { ok: true, value: { saved: false } });
    await userEvent.click(download);
    expect(screen.queryByText('Saved')).toBeNull();
    await userEvent.click(download);
    expect(await screen.findByText('Saved')).toBeTruthy();
    bridge.answerNext('clips.download', { ok: false, error: fakeError('disk_full', 'Free 12 MB.') });
    await userEvent.click(download);
    expect(await screen.findByText('Free 12 MB.')).toBeTruthy();
  });
});

describe('the player', () => {
  it('plays one clip, goes to the next by arrow key, and lets go of the file when it closes', async () => {
    openStudio({
      operations: [
        named('newer', fakeOperation('completed', { id: 'n', createdAt: 2 })),
        named('older', fakeOperation('completed', { id: 'o', createdAt: 1 })),
      ],
    });
    await card('newer');
    await userEvent.click(screen.getByRole('button', { name: 'Play: newer' }));
    const player = screen.getByRole('dialog', { name: 'Player' });
    const video = () => document.querySelectorAll('video');
    expect(Array.from(video(), ({ src }) => src)).toEqual(['media://clip/n']);
    fireEvent.keyDown(player, { key: 'ArrowRight' });
    expect(Array.from(video(), ({ src }) => src)).toEqual(['media://clip/o']);
    const last = video()[0];
    await userEvent.click(within(player).getByRole('button', { name: 'Close' }));
    expect(video()).toHaveLength(0);
    expect(last?.hasAttribute('src')).toBe(false);
  });

  it('deletes what it plays, goes on to the next, and offers Undo within reach', async () => {
    openStudio({
      operations: [
        named('newer', fakeOperation('completed', { id: 'n', createdAt: 2 })),
        named('older', fakeOperation('completed', { id: 'o', createdAt: 1 })),
      ],
    });
    await card('newer');
    await userEvent.click(screen.getByRole('button', { name: 'Play: newer' }));
    const player = () => within(screen.getByRole('dialog', { name: 'Player' }));
    await userEvent.click(player().getByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      expect(document.querySelector('video')?.src).toBe('media://clip/o');
    });
    expect(player().getByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('says what to do when a clip does not play', async () => {
    openStudio({ operations: [named('lion', fakeOperation('completed'))] });
    await card('lion');
    await userEvent.click(screen.getByRole('button', { name: 'Play: lion' }));
    const video = document.querySelector('video');
    if (video !== null) fireEvent.error(video);
    expect(screen.getByText('This clip cannot be played')).toBeTruthy();
  });
});
