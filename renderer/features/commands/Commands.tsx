import { useAppState } from '../../lib/queries.ts';
import { useCommands } from './commands-store.ts';
import { Overview } from './Overview.tsx';
import { Palette } from './Palette.tsx';
import { useChosen } from './use-chosen.ts';
import { useCircumstances } from './use-circumstances.ts';
import { useCommandActions } from './use-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useToldMenus } from './use-told-menus.ts';

/** Everything that can be done by name: its keys, the palette and the overview. */
export function Commands() {
  const open = useCommands((state) => state.open);
  const onMac = useAppState().data?.platform === 'darwin';
  const chosen = useChosen();
  const { now, behindPalette } = useCircumstances(chosen);
  const actions = useCommandActions(chosen);
  useShortcuts(actions, now, onMac);
  useToldMenus(now);
  if (open === 'palette') return <Palette actions={actions} circumstances={behindPalette} onMac={onMac} />;
  return open === 'overview' ? <Overview onMac={onMac} /> : null;
}
