import { create } from 'zustand';

interface ModelMenuState {
  open: boolean;
  setOpen: (open: boolean) => void;
}

/** The model picker: opened by its button and by a command. */
export const useModelMenu = create<ModelMenuState>((set) => ({
  open: false,
  setOpen: (open) => {
    set({ open });
  },
}));
