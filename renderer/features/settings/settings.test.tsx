// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppState } from '../../../preload/contract/domain.ts';
import { fakeAppState, fakeError } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

function withKey(key: Partial<AppState['key']>): AppState {
  return { ...fakeAppState, key: { ...fakeAppState.key, ...key } };
}

const noKey = withKey({ source: 'none', lastFour: null });

async function openSettings() {
  await screen.findByText('$3.20');
  await userEvent.click(screen.getByRole('button', { name: 'Settings' }));
  return within(screen.getByRole('dialog', { name: 'Settings' }));
}

describe('the key', () => {
  it('says at the field what is wrong, keeps what was pasted, and shows the last four once it is good', async () => {
    const bridge = openStudio({ appState: noKey });
    const dialog = await openSettings();
    const field = dialog.getByLabelText<HTMLInputElement>('Google API key');
    expect(field.type).toBe('password');
    expect(document.activeElement).toBe(field);

    await userEvent.click(dialog.getByRole('button', { name: 'Check and save' }));
    expect(dialog.getByText('Paste a key first.')).toBeTruthy();
    expect(bridge.inputsOf('key.set')).toEqual([]);

    bridge.answerNext('key.set', { ok: false, error: fakeError('invalid_key', 'Copy it again, whole.') });
    await userEvent.type(field, '  AIzaSecret9z8y  ');
    await userEvent.click(dialog.getByRole('button', { name: 'Check and save' }));
    expect(await dialog.findByText('The service does not accept this key')).toBeTruthy();
    expect(dialog.getByText('Copy it again, whole.')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('  AIzaSecret9z8y  ');

    await userEvent.click(dialog.getByRole('button', { name: 'Check and save' }));
    expect(await dialog.findByText('•••• 9z8y')).toBeTruthy();
    expect(bridge.inputsOf('key.set').at(-1)).toEqual({ key: 'AIzaSecret9z8y' });
    expect(dialog.queryByLabelText('Google API key')).toBeNull();
    expect(document.body.innerHTML).not.toContain('AIzaSecret');
  });

  it.each([
    ['network', 'No connection'],
    ['restricted_key', 'This key may not do that'],
  ] as const)('tells %s from a bad key', async (code, title) => {
    const bridge = openStudio({ appState: noKey });
    const dialog = await openSettings();
    bridge.answerNext('key.set', { ok: false, error: fakeError(code, 'Main’s sentence.') });
    await userEvent.type(dialog.getByLabelText('Google API key'), 'key{Enter}');
    expect(await dialog.findByText(title)).toBeTruthy();
  });

  it('asks, where nothing can encrypt it, whether to keep it anyway', async () => {
    const bridge = openStudio({ appState: withKey({ source: 'none', lastFour: null, canEncrypt: false }) });
    const dialog = await openSettings();
    expect(dialog.getByText(/kept until the app is closed/)).toBeTruthy();
    await userEvent.click(
      dialog.getByLabelText('Keep it on this computer anyway. It is not encrypted there.'),
    );
    await userEvent.type(dialog.getByLabelText('Google API key'), 'key1');
    await userEvent.click(dialog.getByRole('button', { name: 'Check and save' }));
    expect(bridge.inputsOf('key.set')).toEqual([{ key: 'key1', keepWithoutKeyring: true }]);
  });

  it('can be replaced and removed, but not one of the environment', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    await userEvent.click(dialog.getByRole('button', { name: 'Replace' }));
    expect(dialog.getByLabelText('New Google API key')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    expect(await dialog.findByLabelText('Google API key')).toBeTruthy();
    expect(bridge.inputsOf('key.remove')).toHaveLength(1);
    act(() => {
      bridge.send('appStateChanged', withKey({ source: 'environment', lastFour: 'env1' }));
    });
    expect(await dialog.findByText('•••• env1')).toBeTruthy();
    expect(dialog.queryByRole('button', { name: 'Remove' })).toBeNull();
  });
});

describe('the services', () => {
  const agentPart = (dialog: Awaited<ReturnType<typeof openSettings>>) =>
    within(dialog.getByRole('region', { name: 'Agent Platform' }));

  it('take another address only together with a key, and say where the key goes', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    await userEvent.click(dialog.getByRole('button', { name: 'Replace' }));
    await userEvent.click(dialog.getByText('Custom address'));
    await userEvent.type(dialog.getByLabelText('Address of the service'), 'https://gateway.example/api');
    expect(dialog.getByText(/the key go to gateway.example instead of Google/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Check and save' }));
    expect(dialog.getByText('Paste a key first.')).toBeTruthy();
    expect(bridge.inputsOf('key.set')).toEqual([]);
    await userEvent.type(dialog.getByLabelText('New Google API key'), 'new-key-4f5g{Enter}');
    expect(await dialog.findByText('•••• 4f5g')).toBeTruthy();
    expect(bridge.inputsOf('key.set')).toEqual([
      { key: 'new-key-4f5g', baseUrl: 'https://gateway.example/api' },
    ]);
  });

  it('let the user check what is kept, and say what is wrong with it', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    await userEvent.click(dialog.getByRole('button', { name: 'Check' }));
    expect(await dialog.findByText('It works')).toBeTruthy();
    bridge.answerNext('key.check', { ok: false, error: fakeError('invalid_key', 'It was taken back.') });
    await userEvent.click(dialog.getByRole('button', { name: 'Check' }));
    expect(await dialog.findByText('It was taken back.')).toBeTruthy();
    expect(dialog.queryByText('It works')).toBeNull();
  });

  it('set up a project of the Agent Platform, with what cannot be one said at its field', async () => {
    const bridge = openStudio();
    const part = agentPart(await openSettings());
    await userEvent.click(part.getByRole('button', { name: 'Set up…' }));
    expect(document.activeElement).toBe(part.getByLabelText('API key'));
    await userEvent.click(part.getByLabelText('Project on Google Cloud'));
    await userEvent.type(part.getByLabelText('Project'), 'My Project');
    await userEvent.click(part.getByRole('button', { name: 'Check and save' }));
    expect(part.getByText(/Enter the project’s id/)).toBeTruthy();
    expect(bridge.inputsOf('agentPlatform.setProject')).toEqual([]);
    await userEvent.clear(part.getByLabelText('Project'));
    await userEvent.type(part.getByLabelText('Project'), ' my-project ');
    await userEvent.click(part.getByRole('button', { name: 'Check and save' }));
    expect(await part.findByText('my-project · us-central1')).toBeTruthy();
    expect(bridge.inputsOf('agentPlatform.setProject')).toEqual([
      { project: 'my-project', location: 'us-central1', outputUri: null, baseUrl: null },
    ]);
    await userEvent.click(part.getByRole('button', { name: 'Remove' }));
    expect(await part.findByRole('button', { name: 'Set up…' })).toBeTruthy();
  });
});

describe('the settings', () => {
  it('are saved at once, with the rule of 1080p, and the theme shows immediately', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    await userEvent.click(dialog.getByLabelText('Light'));
    expect(document.documentElement.dataset['theme']).toBe('light');
    expect(await dialog.findByText('Saved')).toBeTruthy();
    await userEvent.click(dialog.getByLabelText('4 s'));
    await userEvent.click(dialog.getByLabelText('1080p'));
    expect(bridge.inputsOf('settings.update').at(-1)).toEqual({
      defaultAspectRatio: '16:9',
      defaultResolution: '1080p',
      defaultDuration: '8',
    });
    expect(dialog.getByText('1080p needs 8 seconds, so the duration is now 8 s.')).toBeTruthy();
    await userEvent.selectOptions(dialog.getByLabelText('Model'), 'Omni Flash 1.2');
    expect(bridge.inputsOf('settings.update').at(-1)).toEqual({
      defaultModel: 'gemini-omni-1.2-flash',
      defaultAspectRatio: '16:9',
      defaultResolution: '1080p',
      defaultDuration: '4',
    });
    expect(dialog.getByText('The duration is 4 s again.')).toBeTruthy();
  });

  it('turn notifications and the question before closing off and on', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    const notifications = dialog.getByLabelText<HTMLInputElement>(
      'Notify me when a clip is ready or needs me',
    );
    expect(notifications.checked).toBe(true);
    await userEvent.click(notifications);
    expect(notifications.checked).toBe(false);
    await userEvent.click(dialog.getByLabelText('Ask before closing while clips are being made'));
    await userEvent.click(notifications);
    expect(bridge.inputsOf('settings.update')).toEqual([
      { notifications: false },
      { askBeforeClosing: false },
      { notifications: true },
    ]);
  });

  it('take back what main refuses', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    bridge.answerNext('settings.update', {
      ok: false,
      error: fakeError('internal', 'The disk is read-only.'),
    });
    await userEvent.click(dialog.getByLabelText('Light'));
    expect(await dialog.findByText('The disk is read-only.')).toBeTruthy();
    expect(dialog.getByLabelText<HTMLInputElement>('Dark').checked).toBe(true);
  });

  it('hold the polling interval between 2 and 60 whole seconds', async () => {
    const bridge = openStudio();
    const dialog = await openSettings();
    const field = dialog.getByLabelText('Check for finished clips every');
    for (const bad of ['1', '61', '2.5', '']) {
      fireEvent.change(field, { target: { value: bad } });
      fireEvent.blur(field);
      expect(dialog.getByText('A whole number from 2 to 60.')).toBeTruthy();
    }
    expect(bridge.inputsOf('settings.update')).toEqual([]);
    fireEvent.change(field, { target: { value: '12' } });
    fireEvent.blur(field);
    await waitFor(() => {
      expect(bridge.inputsOf('settings.update')).toEqual([{ pollingIntervalSeconds: 12 }]);
    });
    expect(dialog.queryByText('A whole number from 2 to 60.')).toBeNull();
  });
});

describe('notices', () => {
  it('are said in words and stay away once dismissed', async () => {
    openStudio({ appState: { ...fakeAppState, notices: ['settings_reset'] } });
    expect(await screen.findByText(/^The settings could not be read/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => {
      expect(screen.queryByText(/^The settings could not be read/)).toBeNull();
    });
  });
});
