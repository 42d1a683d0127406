/** At most one request goes out per wish: every one that gets through costs money. */
import { create } from 'zustand';
import type { Result } from '../../../preload/contract/result.ts';

/** How long a success is confirmed after the last press, and the very same request not sent again. */
const confirmMs = 1500;

export interface SendState {
  /** `sent` lasts a moment: the confirmation, during which the same request is not taken again. */
  state: 'idle' | 'sending' | 'sent';
  /** What was sent last, to tell a double press from a new wish. */
  lastKey: string | null;
}

/** The sending of one composer. Two wishes are the same when their keys are. */
export function createSending() {
  const useSending = create<SendState>(() => ({ state: 'idle', lastKey: null }));
  let confirmation: ReturnType<typeof setTimeout> | undefined;

  /** Confirms what was sent for a moment from now. */
  function confirm(key: string): void {
    clearTimeout(confirmation);
    confirmation = setTimeout(() => {
      const { state, lastKey } = useSending.getState();
      if (state === 'sent' && lastKey === key) useSending.setState({ state: 'idle' });
    }, confirmMs);
  }

  return {
    useSending,
    /** Whether a press with this wish is to be taken. */
    isFree(key: string): boolean {
      const { state, lastKey } = useSending.getState();
      if (state === 'sending') return false;
      if (state === 'idle' || lastKey !== key) return true;
      // Whoever goes on pressing has not begun anew, however slow the machine is.
      confirm(key);
      return false;
    },
    /** Sends what is free to go. The second press of a double click finds it under way. */
    async send<Answer>(key: string, request: () => Promise<Result<Answer>>): Promise<Result<Answer>> {
      useSending.setState({ state: 'sending', lastKey: key });
      const result = await request();
      if (result.ok) {
        useSending.setState({ state: 'sent' });
        confirm(key);
      } else useSending.setState({ state: 'idle', lastKey: null });
      return result;
    },
  };
}
