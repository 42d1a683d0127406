// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Operation } from '../../../preload/contract/domain.ts';
import { fakeAppState, fakeOperation } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';
import { fakeOmni } from '../../lib/fake-models.ts';

const now = 1_790_000_000_000;
const hourMs = 3_600_000;

beforeEach(() => {
  fakeDom();
  vi.useFakeTimers({ shouldAdvanceTime: true, now });
});
afterEach(closeStudio);

/** A finished clip that the service has for another hour. */
function clipOf(changes: Partial<Operation> = {}): Operation {
  return fakeOperation('completed', { extendableUntil: now + hourMs, ...changes });
}

async function take(label: 'Extend' | 'Change'): Promise<void> {
  await screen.findByText('$3.20');
  fireEvent.click(await screen.findByRole('button', { name: label }));
}

const generate = (name = /^Extend/) =>
  within(screen.getByRole('region', { name: 'New clip' })).getByRole('button', { name });

it('a clip is extended in its own shape, and the service gets its id', async () => {
  const operation = clipOf();
  operation.request.aspectRatio = '9:16';
  const bridge = openStudio({ operations: [operation] });
  await take('Extend');
  expect(screen.getByText(/^Google can extend it for/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('9:16').checked).toBe(true);
  fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'and sits down' } });
  fireEvent.click(generate());
  await waitFor(() => {
    expect(bridge.inputsOf('videoChat.generate')).toMatchObject([
      { extend_operation_id: operation.id, aspect_ratio: '9:16', resolution: '720p', duration: '8' },
    ]);
  });
});

it('the button says how long there is, and goes when the time is over', async () => {
  openStudio({ operations: [clipOf()] });
  const title = (await screen.findByRole('button', { name: 'Extend' })).title;
  expect(title).toMatch(/59 min more/);
  await act(() => vi.advanceTimersByTimeAsync(hourMs / 2));
  expect(screen.getByRole('button', { name: 'Extend' }).title).toMatch(/29 min more/);
  await act(() => vi.advanceTimersByTimeAsync(hourMs / 2));
  expect(screen.queryByRole('button', { name: 'Extend' })).toBeNull();
});

it('a clip that becomes too old in the composer is not sent, in main’s own words', async () => {
  const bridge = openStudio({ operations: [clipOf()] });
  await take('Extend');
  fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'and sits down' } });
  await act(() => vi.advanceTimersByTimeAsync(hourMs));
  const words = /^The service does not have this clip any more: it can be extended for 2 days/;
  expect(await screen.findByText(words)).toBeTruthy();
  fireEvent.click(generate());
  expect(await screen.findByText('This clip cannot be extended')).toBeTruthy();
  expect(screen.getAllByText(words)).toHaveLength(2);
  expect(screen.getByText(/continue from its last frame/)).toBeTruthy();
  expect(bridge.inputsOf('videoChat.generate')).toEqual([]);

  // Main says that the service keeps it anew.
  const [clip] = bridge.operations;
  act(() => {
    if (clip) bridge.send('operationChanged', { ...clip, extendableUntil: now + 9 * hourMs });
  });
  expect(screen.getByText(/^Google can extend it for/)).toBeTruthy();
});

it.each<[string, Partial<Operation>, RegExp]>([
  ['of another key', { isOthers: true }, /^This clip belongs to another key or project/],
  ['of the demo', { service: 'demo' }, /^A demo clip cannot be extended by Google/],
  ['extended twenty times', { extensions: 20 }, /^A clip can be extended 20 times/],
  ['too large for a request', { inlineBytes: 30_000_000 }, /^A clip of more than 20 MB/],
])('a clip %s is refused before it is taken', async (_what, changes, words) => {
  openStudio({ operations: [clipOf(changes)] });
  await screen.findByText('$3.20');
  fireEvent.click(await screen.findByRole('button', { name: 'Extend' }));
  expect(await screen.findByText('This clip cannot be extended')).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Extend this clip' })).toBeNull();
});

it('in demo mode a clip of a key is refused', async () => {
  openStudio({
    operations: [clipOf()],
    appState: { ...fakeAppState, service: { mode: 'demo', problem: null, customHost: null } },
  });
  await screen.findByText('Free');
  fireEvent.click(await screen.findByRole('button', { name: 'Extend' }));
  expect(await screen.findByText(/^This clip was made with a key/)).toBeTruthy();
});

it('another model is judged at once: one of another kind, and one that changes nothing', async () => {
  const bridge = openStudio({ operations: [clipOf()] });
  await take('Extend');
  fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'and sits down' } });
  const choose = async (label: RegExp) => {
    await userEvent.click(screen.getByRole('button', { name: /^Model:/ }));
    await userEvent.click(screen.getByRole('radio', { name: label }));
  };
  await choose(/^Omni Flash 1.2/);
  expect(
    screen.getByText(/^Omni Flash 1.2 takes clips of its own kind only, and this one is of Veo 3.1/),
  ).toBeTruthy();
  fireEvent.click(generate());
  expect(await screen.findByText('This clip cannot be extended')).toBeTruthy();
  expect(bridge.inputsOf('videoChat.generate')).toEqual([]);
  await choose(/^Veo 3.1\s*\$/);
  expect(screen.queryByText('This clip cannot be extended')).toBeNull();
});

it('a clip of Omni Flash is changed: as long and as wide as it was, by the model that made it', async () => {
  const operation = clipOf({ extendableUntil: null, editableUntil: now + hourMs });
  Object.assign(operation.request, { model: fakeOmni.id, duration: '5', aspectRatio: '9:16' });
  if (operation.clip) operation.clip.durationSeconds = 5.04;
  const bridge = openStudio({ operations: [operation] });
  await take('Change');
  fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'at night' } });
  fireEvent.click(generate(/^Change/));
  await waitFor(() => {
    expect(bridge.inputsOf('videoChat.generate')).toMatchObject([
      { edit_operation_id: operation.id, model: fakeOmni.id, aspect_ratio: '9:16', duration: '5' },
    ]);
  });
});
