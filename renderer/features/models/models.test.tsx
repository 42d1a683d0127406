// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModelList, ModelProblem } from '../../../preload/contract/models.ts';
import { fakeError, fakeOperation } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';
import { fakeModel, fakeModelList } from '../../lib/fake-models.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

/** The best model and one that is half its price, and has no negative prompt. */
function listOf(problems: [ModelProblem | null, ModelProblem | null]): ModelList {
  const other = { ...fakeModel, id: 'other', label: 'The Other', takesNegativePrompt: false };
  const usdPerSecond = { '720p': 0.2, '1080p': 0.2, '4k': 0.3 };
  const offers = [
    { ...fakeModel, problem: problems[0] },
    { ...other, usdPerSecond, problem: problems[1] },
  ];
  return {
    ...fakeModelList,
    offers,
    defaultId: offers.find(({ problem }) => problem === null)?.id ?? null,
  };
}

it('a clip whose model is gone: one press makes it with the nearest, which says what is lost and the price', async () => {
  const failed = fakeOperation('error', { error: fakeError('model_retired', 'Gone.') });
  failed.request.negativePrompt = 'people';
  const bridge = openStudio({ operations: [failed] });
  await screen.findByRole('article');
  act(() => {
    bridge.send('modelsChanged', listOf(['retired', null]));
  });
  const card = within(screen.getByRole('article'));
  const button = await card.findByRole('button', { name: /^Make it with The Other/ });
  expect(button.textContent).toContain('$1.60');
  expect(card.getByText('The negative prompt is left out.')).toBeTruthy();
  expect(bridge.inputsOf('operations.again')).toEqual([]);
  fireEvent.click(button);
  fireEvent.click(button);
  expect(bridge.inputsOf('operations.again')).toEqual([
    { operationId: failed.id, model: 'other', replaces: true },
  ]);
});

it('the composer says which model took the place of which, why, and what it costs; and when there is none', async () => {
  const bridge = openStudio();
  await screen.findByText('$3.20');
  act(() => {
    bridge.send('modelsChanged', listOf(['retired', null]));
  });
  const note = await screen.findByText(/^Veo 3.1 cannot be used: Google has retired it/);
  expect(note.textContent).toContain('The Other is chosen instead. A second costs $0.20 now, not $0.40.');
  act(() => {
    bridge.send('modelsChanged', listOf(['retired', 'not-with-key']));
  });
  const none = await screen.findByText('No model can be used just now');
  const problem = none.closest<HTMLElement>('[role=alert]');
  fireEvent.click(within(problem ?? expect.fail()).getByRole('button', { name: 'Settings' }));
  expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeTruthy();
});

it('asks again which models there are, once, and says when that failed', async () => {
  const bridge = openStudio();
  fireEvent.click(await screen.findByRole('button', { name: /^Model:/ }));
  bridge.answerNext('models.refresh', { ok: false, error: fakeError('network', 'Nobody answered.') });
  const check = screen.getByRole('button', { name: 'Check again' });
  fireEvent.click(check);
  fireEvent.click(check);
  expect(await screen.findByText(/Nobody answered/)).toBeTruthy();
  expect(bridge.inputsOf('models.refresh')).toHaveLength(1);
  fireEvent.click(check);
  await screen.findByRole('button', { name: 'Check again' });
  expect(bridge.inputsOf('models.refresh')).toHaveLength(2);
});
