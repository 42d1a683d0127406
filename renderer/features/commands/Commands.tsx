import { useAppState } from '../../lib/queries.ts';
import { useCommands } from './commands-store.ts';
import { Overview } from './Overview.tsx';
import { Palette } from './Palette.tsx';
import { useCommandActions } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Everything that can be done by name: its keys, the palette and the overview. */
export function Commands() {
  const open = useCommands((state) => state.open);
  const onMac = useAppState().data?.platform === 'darwin';
  const actions = useCommandActions();
  useShortcuts(actions, onMac);
  if (open === 'palette') return <Palette actions={actions} onMac={onMac} />;
  return open === 'overview' ? <Overview onMac={onMac} /> : null;
}
