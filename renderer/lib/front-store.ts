/** The dialogs that are open, the last one in front. `Dialog` says so itself: nobody else has to keep count. */
import { create } from 'zustand';

/** What commands tell apart; `dialog` is all the rest. */
export type FrontKind = 'player' | 'details' | 'palette' | 'dialog';

interface Front {
  key: symbol;
  kind: FrontKind;
}

export const useFront = create<{ open: readonly Front[] }>(() => ({ open: [] }));

/** Gives the function that says that it is closed. */
export function cameToFront(kind: FrontKind): () => void {
  const front: Front = { key: Symbol(kind), kind };
  useFront.setState(({ open }) => ({ open: [...open, front] }));
  return () => {
    useFront.setState(({ open }) => ({ open: open.filter(({ key }) => key !== front.key) }));
  };
}
