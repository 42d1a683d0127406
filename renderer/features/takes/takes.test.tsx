// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Operation, Phase } from '../../../preload/contract/domain.ts';
import { fakeOperation } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

function takesOf(...phases: Phase[]): Operation[] {
  return phases.map((phase, index) => {
    const operation = fakeOperation(phase, {
      id: `take-${index + 1}`,
      createdAt: 1_790_000_000_000 - index,
      group: { id: 'group', take: index + 1, takes: phases.length },
    });
    return { ...operation, request: { ...operation.request, prompt: 'A fox' } };
  });
}

it('says what takes have in common once, and follows what becomes of them', async () => {
  const operations = takesOf('completed', 'processing', 'error');
  const bridge = openStudio({ operations });
  await screen.findByText(/1 of 3 ready · 1 failed · \$6\.40/);
  expect(screen.queryByRole('button', { name: 'Compare' })).toBeNull();
  const [, second] = takesOf('completed', 'completed', 'error');
  act(() => {
    if (second) bridge.send('operationChanged', second);
  });
  await screen.findByText(/3 takes · 1 failed · \$6\.40/);
  await screen.findByRole('button', { name: 'Compare' });
});

it('compares what can be played, by keys and clicks', async () => {
  openStudio({ operations: takesOf('completed', 'completed', 'error') });
  await screen.findByText(/3 takes/);
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
  const strip = within(await screen.findByRole('list', { name: 'Takes of this request' }));
  const current = () => strip.getAllByRole('button').findIndex((take) => take.ariaCurrent === 'true') + 1;
  const names = strip.getAllByRole('button').map((take) => take.getAttribute('aria-label'));
  expect(names).toEqual(['Take 1, Completed', 'Take 2, Completed', 'Take 3, Error']);
  expect(current()).toBe(1);
  await userEvent.keyboard('2');
  expect(current()).toBe(2);
  // There is nothing to play of the third.
  await userEvent.keyboard('3');
  await userEvent.click(strip.getByRole('button', { name: 'Take 3, Error' }));
  expect(current()).toBe(2);
  strip.getByRole('button', { name: 'Take 2, Completed' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(current()).toBe(2);
  await userEvent.keyboard('{ArrowLeft}');
  expect(current()).toBe(1);
});

it('goes from take to take in the details, what has failed among them', async () => {
  openStudio({ operations: takesOf('completed', 'error') });
  const [first] = await screen.findAllByRole('button', { name: 'Details' });
  if (first === undefined) throw new Error('There is no card.');
  await userEvent.click(first);
  const details = within(await screen.findByRole('dialog', { name: 'Details' }));
  await userEvent.click(await details.findByRole('button', { name: 'Take 2, Error' }));
  await details.findByText('2 of 2');
  expect(document.activeElement).toBe(details.getByRole('button', { name: 'Take 2, Error' }));
});
