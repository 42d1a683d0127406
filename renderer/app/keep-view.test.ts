// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { wholeLibrary } from '../../preload/contract/library.ts';
import { resetFilters, useFilters } from '../features/gallery/filters-store.ts';
import { closeStudio } from '../lib/fake-dom.ts';
import { resetUi, useUi } from '../lib/ui-store.ts';
import { keepView } from './keep-view.ts';

afterEach(closeStudio);

it('brings mode and filters back after a reload, those of what is not shown too', () => {
  const stop = keepView();
  useFilters.getState().change({ text: 'lion', favourite: true });
  useUi.getState().setMode('image');
  useFilters.getState().change({ text: 'owl' });
  window.dispatchEvent(new Event('pagehide'));
  stop();
  resetUi();
  resetFilters();

  const stopAgain = keepView();
  expect(useUi.getState().mode).toBe('image');
  expect(useFilters.getState()).toMatchObject({
    medium: 'image',
    filters: { ...wholeLibrary, text: 'owl' },
    others: { ...wholeLibrary, text: 'lion', favourite: true },
  });
  stopAgain();
});

it('shows everything when what was kept cannot be read', () => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  sessionStorage.setItem('view', '{"mode":"sound","filters"');
  const stop = keepView();
  expect(useUi.getState().mode).toBe('video');
  expect(useFilters.getState().filters).toEqual(wholeLibrary);
  warned.mockRestore();
  stop();
});
