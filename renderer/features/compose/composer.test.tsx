// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../preload/contract/result.ts';
import { fakeAppState, fakeError } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

const prompt = () => screen.getByLabelText<HTMLTextAreaElement>('Prompt');
const write = (words: string) => fireEvent.change(prompt(), { target: { value: words } });
const generate = () => screen.getByRole('button', { name: /Generate Video/ });

describe('the composer', () => {
  it('sends what was written and chosen, and keeps it', async () => {
    const bridge = openStudio();
    await screen.findByText('$3.20');
    write('  A lion walks  ');
    fireEvent.click(screen.getByLabelText('9:16'));
    fireEvent.click(screen.getByLabelText('6 s'));
    fireEvent.change(screen.getByLabelText('Negative prompt'), { target: { value: 'blur' } });
    await userEvent.click(generate());

    expect(bridge.inputsOf('videoChat.generate')).toEqual([
      {
        model: 'veo-3.1-generate-preview',
        prompt: 'A lion walks',
        aspect_ratio: '9:16',
        resolution: '720p',
        duration: '6',
        negative_prompt: 'blur',
      },
    ]);
    expect(await screen.findByText('Added to the gallery')).toBeTruthy();
    expect(await screen.findByRole('article', { name: 'A lion walks' })).toBeTruthy();
    expect(prompt().value).toBe('  A lion walks  ');
  });

  it('sends one request however often it is pressed', async () => {
    const bridge = openStudio();
    await screen.findByText('$3.20');
    let finish: (result: Result<unknown>) => void = () => undefined;
    bridge.answerNext('videoChat.generate', new Promise((resolve) => (finish = resolve)));
    write('A lion walks');
    fireEvent.click(generate());
    fireEvent.click(generate());
    fireEvent.keyDown(prompt(), { key: 'Enter', ctrlKey: true });
    expect(generate().getAttribute('aria-busy')).toBe('true');
    await act(async () => {
      finish({ ok: true, value: { operation_id: 'x', status: 'pending' } });
      await Promise.resolve();
    });
    // The second click of a slow double click comes after the answer.
    await screen.findByText('Added to the gallery');
    fireEvent.click(generate());
    expect(bridge.inputsOf('videoChat.generate')).toHaveLength(1);
  });

  it('takes another wish at once, and the same again after a moment', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const bridge = openStudio();
    await screen.findByText('$3.20');
    write('one');
    fireEvent.click(generate());
    await screen.findByText('Added to the gallery');
    write('two');
    fireEvent.click(generate());
    await waitFor(() => {
      expect(bridge.inputsOf('videoChat.generate')).toHaveLength(2);
    });
    await act(() => vi.advanceTimersByTimeAsync(2000));
    fireEvent.click(generate());
    await waitFor(() => {
      expect(bridge.inputsOf('videoChat.generate')).toHaveLength(3);
    });
  });

  it('is not sent again by presses that keep coming, however slowly', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const bridge = openStudio();
    await screen.findByText('$3.20');
    write('one');
    fireEvent.click(generate());
    await screen.findByText('Added to the gallery');
    for (let press = 0; press < 5; press += 1) {
      await act(() => vi.advanceTimersByTimeAsync(1000));
      fireEvent.click(generate());
    }
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(bridge.inputsOf('videoChat.generate')).toHaveLength(1);
  });

  it('is pressed by Ctrl+Enter, once while the key is held', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const bridge = openStudio();
    await screen.findByText('$3.20');
    write('A lion walks');
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    await screen.findByText('Added to the gallery');
    await act(() => vi.advanceTimersByTimeAsync(5000));
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, repeat: true });
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(bridge.inputsOf('videoChat.generate')).toHaveLength(1);
  });

  it('asks for a prompt where the prompt is', async () => {
    const bridge = openStudio();
    write('   ');
    await userEvent.click(generate());
    expect(document.activeElement).toBe(prompt());
    expect(prompt().getAttribute('aria-invalid')).toBe('true');
    const said = (prompt().getAttribute('aria-describedby') ?? '').split(' ').at(-1) ?? '';
    expect(document.getElementById(said)?.textContent).toContain('Write a prompt first');
    expect(bridge.inputsOf('videoChat.generate')).toEqual([]);
    write('A');
    expect(prompt().getAttribute('aria-invalid')).toBe('false');
  });

  it('cuts nothing of a prompt that is too long, says by how much, and does not send it', async () => {
    const bridge = openStudio();
    write('x'.repeat(100_000));
    expect(prompt().value).toHaveLength(100_000);
    expect(screen.getByText('100,000 / 4,000')).toBeTruthy();
    expect(screen.getByText(/^96,000 characters too many/)).toBeTruthy();
    await userEvent.click(generate());
    expect(bridge.inputsOf('videoChat.generate')).toEqual([]);
    write('x'.repeat(4001));
    expect(screen.getByText(/^1 character too many/)).toBeTruthy();
  });

  it('explains why 1080p changes the duration, and gives it back', async () => {
    openStudio();
    fireEvent.click(await screen.findByLabelText('4 s'));
    fireEvent.click(screen.getByLabelText('1080p'));
    expect(screen.getByText('1080p needs 8 seconds, so the duration is now 8 s.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('8 s').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('4 s').disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('720p'));
    expect(screen.getByLabelText<HTMLInputElement>('4 s').checked).toBe(true);
  });

  it('another model takes what it can of the choices, says what it cannot, and gives it back', async () => {
    const bridge = openStudio();
    await screen.findByText('$3.20');
    write('A lion walks');
    fireEvent.change(screen.getByLabelText('Negative prompt'), { target: { value: 'blur' } });
    const choose = async (label: RegExp) => {
      await userEvent.click(screen.getByRole('button', { name: /^Model:/ }));
      const panel = within(screen.getByRole('dialog', { name: 'Choose a model' }));
      expect(panel.getByRole<HTMLInputElement>('radio', { name: /Agent Platform/ }).disabled).toBe(true);
      await userEvent.click(panel.getByRole('radio', { name: label }));
      expect(screen.queryByRole('dialog', { name: 'Choose a model' })).toBeNull();
    };
    await choose(/^Omni Flash 1.2/);
    expect(screen.getByText('$0.56')).toBeTruthy();
    expect(screen.getByText(/^Omni Flash 1.2 takes no negative prompt/)).toBeTruthy();
    fireEvent.click(screen.getByLabelText('360p'));
    fireEvent.change(screen.getByRole('slider', { name: 'Duration' }), { target: { value: '10' } });
    await userEvent.click(generate());
    expect(bridge.inputsOf('videoChat.generate')).toEqual([
      {
        model: 'gemini-omni-1.2-flash',
        prompt: 'A lion walks',
        aspect_ratio: '16:9',
        resolution: '360p',
        duration: '13',
      },
    ]);

    await choose(/^Veo 3.1\s*\$/);
    expect(
      screen.getByText(
        'Veo 3.1 does not make 360p; it makes 720p, 1080p or 4k, so the resolution is now 720p.',
      ),
    ).toBeTruthy();
    expect(
      screen.getByText('Veo 3.1 makes clips of 4, 6 or 8 seconds, so the duration is now 8 s.'),
    ).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Negative prompt').value).toBe('blur');
    await choose(/^Omni Flash 1.2/);
    expect(screen.getByText('The resolution is 360p again.')).toBeTruthy();
    expect(screen.getByText('The duration is 13 s again.')).toBeTruthy();
  });

  it('shows a refusal of main at the field that it is about, or beside the button', async () => {
    const bridge = openStudio();
    write('A lion walks');
    bridge.answerNext('videoChat.generate', {
      ok: false,
      error: fakeError('invalid_request', 'Too many words.', { fields: ['prompt'] }),
    });
    await userEvent.click(generate());
    expect(await screen.findByText('Too many words.')).toBeTruthy();
    expect(document.activeElement).toBe(prompt());

    bridge.answerNext('videoChat.generate', {
      ok: false,
      error: fakeError('client_not_initialized', 'Gemini client not initialized. Add a key.'),
    });
    await userEvent.click(generate());
    expect(await screen.findByText('Gemini client not initialized. Add a key.')).toBeTruthy();
    expect(screen.queryByText('Too many words.')).toBeNull();
    expect(prompt().value).toBe('A lion walks');
    await userEvent.click(screen.getByRole('button', { name: 'Open Settings' }));
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeTruthy();
  });

  it('costs nothing in demo mode', async () => {
    openStudio({ appState: { ...fakeAppState, service: { mode: 'demo', problem: null, customHost: null } } });
    expect(await screen.findByText('Free')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Add a key' })).toBeTruthy();
    expect(screen.queryByText('$3.20')).toBeNull();
  });

  it('starts with the default settings and follows them until somebody chooses', async () => {
    const bridge = openStudio();
    await screen.findByText('$3.20');
    act(() => {
      bridge.send('settingsChanged', {
        ...bridge.settings,
        defaultAspectRatio: '9:16',
        defaultDuration: '6',
      });
    });
    await waitFor(() => {
      expect(screen.getByLabelText<HTMLInputElement>('9:16').checked).toBe(true);
    });
    expect(screen.getByText('$2.40')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('4 s'));
    act(() => {
      bridge.send('settingsChanged', bridge.settings);
    });
    expect(screen.getByLabelText<HTMLInputElement>('4 s').checked).toBe(true);
  });
});
