// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RecipeRequest } from '../../../preload/contract/rebuild.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { ok } from '../../../preload/contract/result.ts';
import { fakeError, fakeOperation } from '../../lib/fake-bridge.ts';
import type { FakeBridge } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio, pngFile, transferEvent } from '../../lib/fake-dom.ts';
import { fakeModel, fakeModelList, fakeOmni } from '../../lib/fake-models.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

const recipe: RecipeRequest = {
  ...{ prompt: 'A lion walks', negativePrompt: 'blur', aspectRatio: '9:16', resolution: '720p' },
  ...{ duration: '8', model: fakeModel.id, mode: 'text', image: null, lastFrame: null, references: [] },
  ...{ imageIsGone: false, source: null, personGeneration: null, seed: null, audio: true },
};

const picture = (name: string, byte = name.length) => ({
  ...{ name, mimeType: 'image/png', data: new Uint8Array(64).fill(byte) },
});

/** A movie that is all index. */
function movie(): File {
  const moov = new Uint8Array(108);
  new DataView(moov.buffer).setUint32(0, moov.length);
  moov.set(new TextEncoder().encode('moov'), 4);
  return new File([moov], 'clip.mp4', { type: 'video/mp4' });
}

function drop(...files: File[]): void {
  act(() => {
    document.body.dispatchEvent(transferEvent('drop', files));
  });
}

function dropRecipe(bridge: FakeBridge, changes: Partial<RecipeRequest>): void {
  bridge.answerNext('recipes.read', ok({ ...recipe, ...changes }));
  drop(movie());
}

/** Models that take a seed, can be silent, and say something of people in each mode. */
function openGenerous(start?: Parameters<typeof openStudio>[0]): FakeBridge {
  const people = ['allow_all', 'allow_adult'] as const;
  const generous = {
    ...{ takesSeed: true, canBeSilent: true },
    people: { text: people, image: people, frames: people, references: people, extend: people },
  };
  const offers = fakeModelList.offers.map((offer) => ({ ...offer, ...generous }));
  return openStudio(start, (bridge) => {
    bridge.answerNext('models.list', ok({ ...fakeModelList, offers }));
  });
}

const taken = () => screen.findByText('The settings of this clip are in the composer.');
const prompt = () => screen.getByLabelText<HTMLTextAreaElement>('Prompt');
const press = () => fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
const sent = (bridge: FakeBridge) => [
  ...bridge.inputsOf('videoChat.generate'),
  ...bridge.inputsOf('videoChat.generateWithImage'),
];

function held() {
  let give: (result: Result<unknown>) => void = () => undefined;
  const answer = new Promise<Result<unknown>>((resolve) => (give = resolve));
  return {
    answer,
    give: (result: Result<unknown>) =>
      act(async () => {
        give(result);
        await Promise.resolve();
      }),
  };
}

it('two frames, people, a seed and silence come back, and go out again', async () => {
  const bridge = openGenerous();
  await screen.findByText('$3.20');
  const more = { personGeneration: 'allow_adult', seed: 7, audio: false } as const;
  const frames = { image: picture('one.png'), lastFrame: picture('other.png') };
  dropRecipe(bridge, { mode: 'frames', ...frames, ...more });
  await taken();
  expect(screen.getByAltText('First frame: one.png')).toBeTruthy();
  expect(screen.getByAltText('Last frame: other.png')).toBeTruthy();
  press();
  await waitFor(() => {
    expect(sent(bridge)).toMatchObject([
      {
        ...{ prompt: 'A lion walks', negative_prompt: 'blur', aspect_ratio: '9:16' },
        ...{ person_generation: 'allow_adult', seed: 7, generate_audio: false },
        ...{ image_file: { name: 'one.png' }, last_frame_file: { name: 'other.png' } },
      },
    ]);
  });
});

it('references come back in their order, all of them, also where the model takes fewer', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  const names = ['a.png', 'bb.png', 'ccc.png', 'dddd.png', 'eeeee.png'];
  const references = names.map((name) => picture(name));
  dropRecipe(bridge, { mode: 'references', model: 'gone', references });
  await taken();
  const shown = screen.getAllByAltText(/^Reference: /).map((image) => image.getAttribute('alt'));
  expect(shown).toEqual(names.map((name) => `Reference: ${name}`));
  expect(screen.getByText(/does not know the model gone/)).toBeTruthy();
  press();
  await waitFor(() => {
    expect(sent(bridge)).toMatchObject([{ reference_images: names.slice(0, 3).map((name) => ({ name })) }]);
  });
});

it('the clip that it was made of comes back; until it is there, nothing is sent', async () => {
  const source = fakeOperation('completed', { extendableUntil: Date.now() + 3_600_000 });
  const bridge = openStudio({ operations: [source] });
  await screen.findByText('$3.20');
  const { answer, give } = held();
  bridge.answerNext('operations.get', answer);
  dropRecipe(bridge, { mode: 'extend', source: { operationId: source.id, prompt: 'before' } });
  await waitFor(() => {
    expect(prompt().value).toBe('A lion walks');
  });
  press();
  expect(await screen.findByText(/still being checked/)).toBeTruthy();
  expect(sent(bridge)).toEqual([]);
  await give(ok(source));
  await taken();
  const shown = screen.getByRole('region', { name: 'Extend this clip' });
  expect(within(shown).getByText(source.request.prompt)).toBeTruthy();
  press();
  await waitFor(() => {
    expect(sent(bridge)).toMatchObject([{ extend_operation_id: source.id }]);
  });
});

it('a source that the service has no more is there, says so, and is not sent', async () => {
  const source = fakeOperation('completed', { editableUntil: null });
  source.request.model = fakeOmni.id;
  const bridge = openStudio({ operations: [source] });
  await screen.findByText('$3.20');
  const changes = { mode: 'edit', model: 'gone', source: { operationId: source.id, prompt: '' } } as const;
  dropRecipe(bridge, changes);
  await taken();
  expect(screen.getByText(/can be changed for 55 days/)).toBeTruthy();
  press();
  expect(await screen.findByText('This clip cannot be changed')).toBeTruthy();
  expect(sent(bridge)).toEqual([]);
});

it('a source that the library does not have is named', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  bridge.answerNext('operations.get', { ok: false, error: fakeError('operation_not_found', 'Gone.') });
  dropRecipe(bridge, { mode: 'extend', source: { operationId: 'gone', prompt: 'before' } });
  await taken();
  expect(screen.getByText(/^The clip that it was made of is not in the library any more/)).toBeTruthy();
});

it('an image that cannot be taken is named, and the others are there', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  bridge.answerNext('images.check', { ok: false, error: fakeError('invalid_image', 'It is an SVG.') });
  dropRecipe(bridge, { mode: 'frames', image: picture('one.png'), lastFrame: picture('other.png') });
  await taken();
  expect(screen.getByText('It is an SVG.')).toBeTruthy();
  expect(screen.getByAltText('Last frame: other.png')).toBeTruthy();
});

it('Undo brings the draft of before back: a loop stays a loop', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  fireEvent.click(screen.getByLabelText('Two frames'));
  fireEvent.change(prompt(), { target: { value: 'Round and round' } });
  drop(pngFile('moon.png'));
  await screen.findByAltText('First frame: moon.png');
  fireEvent.click(screen.getByRole('button', { name: /^Loop/ }));
  const loop = /played in a loop/;
  expect(screen.getByText(loop)).toBeTruthy();
  dropRecipe(bridge, { mode: 'references', references: [picture('a.png')] });
  await taken();
  expect(screen.queryByText(loop)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(prompt().value).toBe('Round and round');
  expect(screen.getByText(loop)).toBeTruthy();
  expect(screen.getByAltText('Last frame: moon.png')).toBeTruthy();
  expect(screen.queryByAltText(/^Reference: /)).toBeNull();
});

it('a loop of a recipe is one again', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  const moon = picture('moon.png');
  dropRecipe(bridge, { mode: 'frames', image: moon, lastFrame: moon });
  await taken();
  expect(screen.getByText(/played in a loop/)).toBeTruthy();
});

it('an image that is given meanwhile is the one that counts', async () => {
  const source = fakeOperation('completed', { extendableUntil: Date.now() + 3_600_000 });
  const bridge = openStudio({ operations: [source] });
  await screen.findByText('$3.20');
  const { answer, give } = held();
  bridge.answerNext('operations.get', answer);
  dropRecipe(bridge, { mode: 'extend', source: { operationId: source.id, prompt: 'before' } });
  await waitFor(() => {
    expect(prompt().value).toBe('A lion walks');
  });
  drop(pngFile('mine.png'));
  await screen.findByAltText('First frame: mine.png');
  await give(ok(source));
  expect(screen.getByAltText('First frame: mine.png')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Extend this clip' })).toBeNull();
  expect(vi.mocked(URL.revokeObjectURL)).not.toHaveBeenCalled();
});
