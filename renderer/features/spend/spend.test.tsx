// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpendSummary } from '../../../preload/contract/spend.ts';
import { fakeAppState, fakeError, fakeOperation, fakeSettings, fakeSpend } from '../../lib/fake-bridge.ts';
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
    const prices = dialog.getByRole('region', { name: 'Prices per second' });
    expect(rowsOf(within(prices).getByRole('table'))).toEqual([
      ['Model', '360p', '720p', '1080p', '4k'],
      ['Veo 3.1', '—', '$0.40', '$0.40', '$0.60'],
      ['Omni Flash 1.2', '$0.023', '$0.07', '$0.105', '$0.21'],
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
      main.answerNext('spend.summary', { ok: false, error: fakeError('internal', 'It broke.') });
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Spend' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Spend' }));
    expect(await dialog.findByText('It broke.')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Try again' }));
    expect(await dialog.findByText('$1,200.40')).toBeTruthy();
    expect(dialog.queryByText('The sums could not be read')).toBeNull();
  });
});

const hold = { period: 'day' as const, budgetUsd: 5 };
const holding: SpendSummary = {
  ...spend,
  held: { count: 2, next: { operationId: 'op-held', prompt: 'A dear clip', usd: 3.2, hold } },
};

describe('budgets', () => {
  it('are saved when the field is left or by Enter, empty for none, and what is no amount is not', async () => {
    const bridge = openStudio({ spend, settings: { ...fakeSettings, monthBudgetUsd: 100 } });
    const dialog = await openSpend();
    const month = dialog.getByLabelText<HTMLInputElement>('For a month');
    expect(month.value).toBe('100');
    for (const bad of ['-1', '100001']) {
      fireEvent.change(month, { target: { value: bad } });
      fireEvent.blur(month);
      expect(dialog.getByText('An amount from 0 to 100,000, or nothing for no budget.')).toBeTruthy();
    }
    expect(bridge.inputsOf('settings.update')).toEqual([]);
    fireEvent.change(month, { target: { value: '' } });
    fireEvent.blur(month);
    await userEvent.type(dialog.getByLabelText('For a day'), '20.5{Enter}');
    await waitFor(() => {
      expect(bridge.inputsOf('settings.update')).toEqual([{ monthBudgetUsd: null }, { dayBudgetUsd: 20.5 }]);
    });
    expect(await dialog.findByText('Saved')).toBeTruthy();
    expect(screen.getByText(/^Today/, { selector: 'button' }).textContent).toBe('Today $4.80 of $20.50');
  });

  it('that main refuses are said to be so', async () => {
    const bridge = openStudio({ spend });
    const dialog = await openSpend();
    bridge.answerNext('settings.update', {
      ok: false,
      error: fakeError('internal', 'The disk is read-only.'),
    });
    await userEvent.type(dialog.getByLabelText('For a day'), '20{Enter}');
    expect(await dialog.findByText('The disk is read-only.')).toBeTruthy();
  });

  it('say on the card why it waits', async () => {
    openStudio({ spend: holding, operations: [fakeOperation('queued', { id: 'op-held', hold })] });
    const card = await screen.findByRole('article');
    expect(within(card).getByText('Held')).toBeTruthy();
    expect(card.textContent).toContain(
      'Held: it would go over the day’s budget of $5.00. Not sent, nothing charged.',
    );
  });

  it('let one clip over them when the word is typed, and not before', async () => {
    const bridge = openStudio({ spend: holding });
    expect(
      await screen.findByText('2 clips wait. The next one: it would go over the day’s budget of $5.00.'),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Go over once…' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Go over the budget' }));
    expect(dialog.getByText('A dear clip')).toBeTruthy();
    const field = dialog.getByLabelText('Type OVER to allow the next $3.20');
    expect(document.activeElement).toBe(field);
    const allow = dialog.getByRole<HTMLButtonElement>('button', { name: 'Allow $3.20' });
    await userEvent.type(field, 'over{Enter}');
    expect(allow.disabled).toBe(true);
    expect(bridge.inputsOf('spend.allowOver')).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, 'OVER{Enter}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(bridge.inputsOf('spend.allowOver')).toEqual([{ operationId: 'op-held', word: 'OVER' }]);
    await waitFor(() => {
      expect(screen.queryByText(/clips? waits?[.:]/)).toBeNull();
    });
  });

  it('ask anew when another clip is the next one', async () => {
    const bridge = openStudio({ spend: holding });
    await userEvent.click(await screen.findByRole('button', { name: 'Go over once…' }));
    await userEvent.type(screen.getByLabelText('Type OVER to allow the next $3.20'), 'OVER');
    act(() => {
      const next = { operationId: 'op-other', prompt: 'Another one', usd: 0.8, hold };
      bridge.send('spendChanged', { ...holding, held: { count: 1, next } });
    });
    const field = await screen.findByLabelText<HTMLInputElement>('Type OVER to allow the next $0.80');
    expect(field.value).toBe('');
  });
});
