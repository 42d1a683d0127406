// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpendSummary } from '../../../preload/contract/spend.ts';
import { fakeAppState, fakeError, fakeSpend } from '../../lib/fake-bridge.ts';
import { closeStudio, fakeDom, openStudio } from '../../lib/fake-dom.ts';

beforeEach(fakeDom);
afterEach(closeStudio);

const veo = 'veo-3.1-generate-preview';
const spend: SpendSummary = {
  ...fakeSpend,
  hasAny: true,
  today: { spentUsd: 4.8, unknownUsd: 0 },
  month: { spentUsd: 8, unknownUsd: 3.2 },
  all: { spentUsd: 1200.4, unknownUsd: 6.4 },
  models: [
    {
      model: veo,
      today: { spentUsd: 4.8, unknownUsd: 0 },
      month: { spentUsd: 8, unknownUsd: 3.2 },
      all: { spentUsd: 1200, unknownUsd: 6.4 },
    },
    {
      model: 'veo-of-old',
      today: { spentUsd: 0, unknownUsd: 0 },
      month: { spentUsd: 0, unknownUsd: 0 },
      all: { spentUsd: 0.4, unknownUsd: 0 },
    },
  ],
  days: fakeSpend.days.map((day, index) => ({
    ...day,
    spentUsd: index === 29 ? 4.8 : 0,
    unknownUsd: index === 12 ? 3.2 : 0,
  })),
};
const demo = { ...fakeAppState, service: { ...fakeAppState.service, mode: 'demo' as const } };

async function openSpend() {
  await userEvent.click(await screen.findByRole('button', { name: /^Today / }));
  return within(screen.getByRole('dialog', { name: 'Spend' }));
}

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => Array.from(row.children).map((cell) => cell.textContent));

describe('the header', () => {
  it('shows today’s sum and follows main', async () => {
    const bridge = openStudio({ spend });
    expect((await screen.findByRole('button', { name: /^Today / })).textContent).toBe('Today $4.80');
    act(() => {
      bridge.send('spendChanged', { ...spend, today: { spentUsd: 8, unknownUsd: 0 } });
    });
    expect(await screen.findByRole('button', { name: 'Today $8.00' })).toBeTruthy();
  });

  it('says nothing of money in demo mode, unless there ever was a bill', async () => {
    const bridge = openStudio({ appState: demo });
    await screen.findByText('Veo 3.1');
    await waitFor(() => {
      expect(bridge.inputsOf('spend.summary')).toHaveLength(1);
    });
    expect(screen.queryByRole('button', { name: /^Today / })).toBeNull();
    act(() => {
      bridge.send('spendChanged', spend);
    });
    expect(await screen.findByRole('button', { name: 'Today $4.80' })).toBeTruthy();
  });
});

describe('the dialog', () => {
  it('has the three sums with what is not certain apart from them', async () => {
    openStudio({ spend });
    const dialog = await openSpend();
    const figure = (label: string) => dialog.getAllByText(label)[0]?.parentElement?.textContent;
    expect(figure('Today')).toBe('Today$4.80');
    expect(figure('This month')).toBe('This month$8.00up to $3.20 more');
    expect(figure('All time')).toBe('All time$1,200.40up to $6.40 more');
    expect(dialog.getByText(/^Of \$6\.40 nobody has said whether it was charged/)).toBeTruthy();
  });

  it('has a line for each model, one that is gone by its id', async () => {
    openStudio({ spend });
    const dialog = await openSpend();
    expect(rowsOf(within(dialog.getByRole('region', { name: 'By model' })).getByRole('table'))).toEqual([
      ['Model', 'Today', 'This month', 'All time'],
      ['Veo 3.1', '$4.80', '$8.00up to $3.20 more', '$1,200.00up to $6.40 more'],
      ['veo-of-old', '$0.00', '$0.00', '$0.40'],
    ]);
  });

  it('tells the chart’s days in a table as well', async () => {
    openStudio({ spend });
    const dialog = await openSpend();
    expect(rowsOf(dialog.getByRole('table', { name: 'The last 30 days' }))).toEqual([
      ['Day', 'Spent', 'Not certain'],
      ['Nov 5, 2026', '$0.00', '$3.20'],
      ['Nov 22, 2026', '$4.80', '$0.00'],
    ]);
    expect(dialog.getByTitle('Nov 5, 2026: $0.00, up to $3.20 more')).toBeTruthy();
  });

  it('says so when nothing was spent', async () => {
    openStudio();
    const dialog = await openSpend();
    expect(dialog.getByText('Nothing was spent in the last 30 days.')).toBeTruthy();
    expect(dialog.queryByText('By model')).toBeNull();
    expect(dialog.queryByText(/nobody has said/)).toBeNull();
  });

  it('has the prices, with where and when they were read', async () => {
    openStudio();
    const dialog = await openSpend();
    const prices = dialog.getByRole('region', { name: 'Prices' });
    expect(rowsOf(within(prices).getByRole('table'))).toEqual([
      ['Model', '720p', '1080p'],
      ['Veo 3.1', '$0.40 per second', '$0.40 per second'],
    ]);
    expect(prices.textContent).toContain('a price list, as of Nov 22, 2026.');
  });

  it('exports, says that it did, and says what went wrong', async () => {
    const bridge = openStudio({ spend });
    const dialog = await openSpend();
    const button = dialog.getByRole('button', { name: 'Export CSV' });
    bridge.answerNext('spend.exportCsv', { ok: true, value: { saved: false } });
    await userEvent.click(button);
    expect(screen.queryByText('Saved')).toBeNull();
    bridge.answerNext('spend.exportCsv', {
      ok: false,
      error: fakeError('export_failed', 'Choose another folder.'),
    });
    await userEvent.click(button);
    expect(await dialog.findByText('The file could not be saved')).toBeTruthy();
    expect(dialog.getByText('Choose another folder.')).toBeTruthy();
    await userEvent.click(button);
    expect(await screen.findByText('Saved')).toBeTruthy();
    expect(dialog.queryByText('The file could not be saved')).toBeNull();
  });

  it('says when the sums cannot be read, and reads them again', async () => {
    openStudio({ spend }, (main) => {
      // The dialog asks once more by itself.
      for (let time = 0; time < 2; time += 1) {
        main.answerNext('spend.summary', { ok: false, error: fakeError('internal', 'It broke.') });
      }
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Spend' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Spend' }));
    expect(await dialog.findByText('It broke.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await dialog.findByText('$1,200.40')).toBeTruthy();
    expect(dialog.queryByText('The sums could not be read')).toBeNull();
  });
});
