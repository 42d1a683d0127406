import { call } from '../../lib/call.ts';
import { isFiltered, useFilters } from './filters-store.ts';
import { libraryTouched, useLibrary } from './library-source.ts';

/** Shows an operation that was just started; where the filters hide it, the gallery says so. */
export async function showStarted(operationId: string): Promise<void> {
  libraryTouched();
  const { query } = useLibrary.getState();
  if (query === null || !isFiltered(useFilters.getState().filters)) return;
  const found = await call(() => window.zoetrope.library.position({ query, operationId }));
  if (found.ok && found.value.index === null) useFilters.setState({ hiddenId: operationId });
}
