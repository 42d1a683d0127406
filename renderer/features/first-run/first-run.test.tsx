// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import examples from '../../../assets/prompts/examples.json';
import { fail } from '../../../preload/contract/result.ts';
import { fakeAppState, fakeError, fakeOperation, fakeSettings } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';
import { fakeNoKey } from '../../lib/fake-services.ts';
import { firstExample } from './first-example.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

const newUser = {
  settings: { ...fakeSettings, welcomed: false },
  appState: {
    ...fakeAppState,
    service: { ...fakeAppState.service, mode: 'demo' as const },
    key: fakeNoKey,
  },
};

const card = async () => within(await screen.findByRole('region', { name: 'First steps' }));

test('the first example is as short as any, and of words alone', () => {
  const { settings } = firstExample();
  expect(settings).toMatchObject({ mode: 'text', resolution: '720p' });
  const shortest = Math.min(...examples.map((example) => Number(example.settings.duration)));
  expect(Number(settings.duration)).toBe(shortest);
});

test('skipping is kept for good', async () => {
  const bridge = openStudio(newUser);
  await userEvent.click((await card()).getByRole('button', { name: 'Skip all' }));
  expect(await screen.findByText('Set something in motion')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  expect(bridge.settings.welcomed).toBe(true);
  expect(bridge.inputsOf('settings.update')).toEqual([{ welcomed: true }]);
});

test('when that cannot be kept, it says so and stays', async () => {
  const bridge = openStudio(newUser);
  bridge.answerNext('settings.update', fail(fakeError('disk_full', 'Free some space.')));
  await userEvent.click((await card()).getByRole('button', { name: 'Skip all' }));
  expect(await screen.findByText('Free some space.')).toBeTruthy();
  expect(screen.getByRole('region', { name: 'First steps' })).toBeTruthy();
});

test('the Agent Platform alone is enough, and the example has its price', async () => {
  openStudio({ ...newUser, appState: { ...newUser.appState, service: fakeAppState.service } });
  const steps = await card();
  expect(steps.getByText('The Agent Platform is set up.')).toBeTruthy();
  expect(steps.queryByLabelText('Google API key')).toBeNull();
  await userEvent.click(steps.getByRole('button', { name: 'Continue' }));
  await userEvent.click((await card()).getByRole('button', { name: 'Continue' }));
  expect((await card()).getByText('$1.60')).toBeTruthy();
});

test('a library that has something ends it, wherever that came from', async () => {
  const bridge = openStudio({ ...newUser, operations: [fakeOperation('completed')] });
  await waitFor(() => {
    expect(bridge.settings.welcomed).toBe(true);
  });
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
});

test('who has been welcomed sees none of it', async () => {
  openStudio({ ...newUser, settings: fakeSettings });
  expect(await screen.findByText('Set something in motion')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'First steps' })).toBeNull();
  expect(screen.getByText('Demo')).toBeTruthy();
});
