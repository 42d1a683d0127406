// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { closeStudio } from '../../lib/fake-dom.ts';
import { fakeModel, fakeModelList } from '../../lib/fake-models.ts';
import { keepDraft } from './draft-storage.ts';
import { resetDraft, useDraft } from './draft-store.ts';

afterEach(closeStudio);

it('brings the words and choices back after a reload', () => {
  const stop = keepDraft();
  useDraft.getState().setModels(fakeModelList);
  useDraft.getState().setModel(fakeModel.id);
  useDraft.getState().setPrompt('A lion walks');
  useDraft.getState().setNegativePrompt('blur');
  useDraft.getState().setDuration('4');
  useDraft.getState().setResolution('1080p');
  window.dispatchEvent(new Event('pagehide'));
  stop();
  resetDraft();

  const stopAgain = keepDraft();
  useDraft.getState().setModels(fakeModelList);
  const draft = useDraft.getState();
  expect(draft).toMatchObject({
    prompt: 'A lion walks',
    negativePrompt: 'blur',
    touched: true,
    modelId: fakeModel.id,
  });
  expect(draft.choices).toMatchObject({ resolution: '1080p', duration: '8' });
  draft.setResolution('720p');
  expect(useDraft.getState().choices.duration).toBe('4');
  stopAgain();
});

it('starts empty when what was kept cannot be read', () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  localStorage.setItem('draft-words', '{"prompt":');
  sessionStorage.setItem('draft-choices', '{"aspectRatio":"4:3"}');
  const stop = keepDraft();
  expect(useDraft.getState()).toMatchObject({ prompt: '', touched: false });
  expect(warned).toHaveBeenCalled();
  warned.mockRestore();
  stop();
});
