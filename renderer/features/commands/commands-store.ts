import { create } from 'zustand';

interface CommandsState {
  /** What is open of the commands themselves. */
  open: 'palette' | 'overview' | null;
  setOpen: (open: CommandsState['open']) => void;
}

export const useCommands = create<CommandsState>((set) => ({
  open: null,
  setOpen: (open) => {
    set({ open });
  },
}));
