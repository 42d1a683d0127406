import { useEffect, useEffectEvent } from 'react';
import {
  commandIds,
  commands,
  isCommandId,
  isPressed,
  missingFor,
} from '../../../preload/contract/commands.ts';
import type { Circumstances } from '../../../preload/contract/commands.ts';
import type { CommandActions } from './use-commands.ts';

/** Where letters are written or chosen by their first letter. */
function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement
  );
}

/** Runs the table's commands when their keys are pressed, and when they are chosen in a native menu. */
export function useShortcuts(actions: CommandActions, circumstances: Circumstances, onMac: boolean): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    const id = commandIds.find((each) => isPressed(each, event, onMac));
    if (id === undefined || (commands[id].notInText === true && isText(event.target))) return;
    if (missingFor(id, circumstances) !== null) return;
    // Else the key would also press the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) actions[id]();
  });
  const onChosen = useEffectEvent((id: string) => {
    if (isCommandId(id) && missingFor(id, circumstances) === null) actions[id]();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKeyDown(event);
    };
    window.addEventListener('keydown', listen, { capture: true });
    const unsubscribe = window.zoetrope.on('commandChosen', ({ id }) => {
      onChosen(id);
    });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      unsubscribe();
    };
  }, []);
}
