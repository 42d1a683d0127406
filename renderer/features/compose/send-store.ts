import { create } from 'zustand';

interface SendState {
  /** `sent` lasts a moment: the confirmation, during which the same request is not taken again. */
  state: 'idle' | 'sending' | 'sent';
  /** What was sent last, to tell a double press from a new wish. */
  lastKey: string | null;
  set: (state: SendState['state'], lastKey?: string | null) => void;
}

export const useSend = create<SendState>((set) => ({
  state: 'idle',
  lastKey: null,
  set: (state, lastKey) => {
    set(lastKey === undefined ? { state } : { state, lastKey });
  },
}));
