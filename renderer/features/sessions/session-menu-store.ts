import { create } from 'zustand';

interface SessionMenuState {
  /** Null while it is closed; `new` when it opens with a name to be typed. */
  open: 'list' | 'new' | null;
  setOpen: (open: SessionMenuState['open']) => void;
}

/** The switcher's menu: opened by its button and by a shortcut. */
export const useSessionMenu = create<SessionMenuState>((set) => ({
  open: null,
  setOpen: (open) => {
    set({ open });
  },
}));
