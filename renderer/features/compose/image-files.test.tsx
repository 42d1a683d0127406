// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limits } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fakeError } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio, pngFile, transferEvent } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

type Entry = Parameters<typeof transferEvent>[2];

function give(kind: 'drop' | 'paste', files: File[], entry?: Entry): Event {
  const event = transferEvent(kind, files, entry);
  act(() => {
    document.body.dispatchEvent(event);
  });
  return event;
}

const inTheWell = (name: string) => screen.findByAltText(`First frame: ${name}`);

describe('an image for the first frame', () => {
  it('is taken from a drop anywhere, checked by main, shown with its size, and sent with the prompt', async () => {
    const bridge = openStudio();
    expect(give('drop', [pngFile('lion.png', 2048)]).defaultPrevented).toBe(true);
    await inTheWell('lion.png');
    expect(screen.getByText('1920×1080, 2 kB')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'It moves' } });
    await userEvent.click(screen.getByRole('button', { name: /Generate from Image/ }));
    expect(bridge.inputsOf('videoChat.generate')).toEqual([]);
    expect(bridge.inputsOf('videoChat.generateWithImage')).toMatchObject([
      { prompt: 'It moves', image_file: { name: 'lion.png', mime_type: 'image/png' } },
    ]);
  });

  it('is taken from the file dialog, replaced, and removed; previews are let go', async () => {
    openStudio();
    const input = screen.getByLabelText<HTMLInputElement>('Image file for the first frame');
    expect(input.accept).toBe('image/png,image/jpeg,image/webp');
    await userEvent.upload(input, pngFile('one.png'));
    await inTheWell('one.png');
    const first = screen.getByAltText<HTMLImageElement>('First frame: one.png').src;
    await userEvent.upload(input, pngFile('two.png'));
    await inTheWell('two.png');
    expect(vi.mocked(URL.revokeObjectURL)).toHaveBeenCalledWith(first);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.getByRole('button', { name: /Choose an image/ })).toBeTruthy();
    expect(vi.mocked(URL.revokeObjectURL)).toHaveBeenCalledTimes(2);
  });

  it('is taken from the clipboard, and pasted text is left alone', async () => {
    openStudio();
    expect(give('paste', []).defaultPrevented).toBe(false);
    expect(give('paste', [pngFile('image.png')]).defaultPrevented).toBe(true);
    await inTheWell('image.png');
  });

  it('leaves the image that is there when the next one is refused', async () => {
    const bridge = openStudio();
    give('drop', [pngFile('good.png')]);
    await inTheWell('good.png');
    bridge.answerNext('images.check', {
      ok: false,
      error: fakeError('invalid_image', '“vector.png” is an SVG. Use PNG, JPEG or WebP.'),
    });
    give('drop', [pngFile('vector.png')]);
    expect(await screen.findByText('“vector.png” is an SVG. Use PNG, JPEG or WebP.')).toBeTruthy();
    expect(screen.getByAltText('First frame: good.png')).toBeTruthy();
  });

  const many = Array.from({ length: 10 }, (_, index) => pngFile(`${index}.png`));
  it.each([
    ['ten files at once', many, null, /^10 files at once/],
    ['a folder', [new File([], 'holiday')], { isDirectory: true, name: 'holiday' }, /^“holiday” is a folder/],
    ['an empty file', [new File([], 'empty.png')], null, /^“empty.png” is empty/],
    ['a file over 20 MB', [pngFile('big.png', limits.imageBytes + 1)], null, /^“big.png” has 20 MB/],
  ] as const)('says at the well why not: %s', async (_name, files, entry, words) => {
    const bridge = openStudio();
    give('drop', [...files], entry);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(bridge.inputsOf('images.check')).toEqual([]);
    expect(screen.getByRole('button', { name: /Choose an image/ })).toBeTruthy();
  });

  it('refuses an image that cannot be drawn, such as one that is cut off', async () => {
    openStudio();
    vi.mocked(createImageBitmap).mockRejectedValueOnce(new Error('cut off'));
    const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    give('drop', [pngFile('cut.png')]);
    expect(await screen.findByText(/^“cut.png” looks like an image, but it cannot be shown/)).toBeTruthy();
    expect(warned).toHaveBeenCalled();
    warned.mockRestore();
  });

  it('is never left out of a request because it was still being checked', async () => {
    const bridge = openStudio();
    let finish: (result: Result<unknown>) => void = () => undefined;
    bridge.answerNext('images.check', new Promise((resolve) => (finish = resolve)));
    give('drop', [pngFile('slow.png')]);
    fireEvent.change(screen.getByLabelText('Prompt'), { target: { value: 'It moves' } });
    await waitFor(() => {
      expect(bridge.inputsOf('images.check')).toHaveLength(1);
    });
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText(/still being checked/)).toBeTruthy();
    await act(async () => {
      finish({
        ok: true,
        value: { name: 'slow.png', mimeType: 'image/png', width: 8, height: 8, sizeBytes: 64 },
      });
      await Promise.resolve();
    });
    await inTheWell('slow.png');
    expect(bridge.inputsOf('videoChat.generate')).toEqual([]);
  });

  it('takes the file that was given last', async () => {
    const bridge = openStudio();
    let finish: (result: Result<unknown>) => void = () => undefined;
    bridge.answerNext('images.check', new Promise((resolve) => (finish = resolve)));
    give('drop', [pngFile('first.png')]);
    await waitFor(() => {
      expect(bridge.inputsOf('images.check')).toHaveLength(1);
    });
    give('drop', [pngFile('second.png')]);
    await inTheWell('second.png');
    await act(async () => {
      finish({
        ok: true,
        value: { name: 'first.png', mimeType: 'image/png', width: 8, height: 8, sizeBytes: 64 },
      });
      await Promise.resolve();
    });
    expect(screen.getByAltText('First frame: second.png')).toBeTruthy();
  });
});
