import { useEffect, useRef } from 'react';
import { commandIds, missingFor } from '../../../preload/contract/commands.ts';
import type { Circumstances, CommandId } from '../../../preload/contract/commands.ts';
import { call } from '../../lib/call.ts';

/** What changes together is told together. */
const settleMs = 80;

/** Tells main which commands cannot be done now, whenever they are others: the native menus grey them. */
export function useToldMenus(circumstances: Circumstances): void {
  const told = useRef<string | null>(null);
  const names = commandIds.filter((id) => missingFor(id, circumstances) !== null).join(' ');
  useEffect(() => {
    const timer = setTimeout(() => {
      if (told.current === names) return;
      told.current = names;
      const commands = names.split(' ').filter(Boolean) as CommandId[];
      void call(() => window.zoetrope.app.setImpossible({ commands }));
    }, settleMs);
    return () => {
      clearTimeout(timer);
    };
  }, [names]);
}
