/** How far the first steps are. The window's own: a step that was left half done begins anew at the next start. */
import { create } from 'zustand';

export const firstSteps = ['key', 'folder', 'example'] as const;
export type FirstStep = (typeof firstSteps)[number];

interface FirstRunState {
  step: FirstStep;
  /** The step was just gone to: its heading takes the focus. */
  isHeadingWanted: boolean;
  goOn: () => void;
  goBack: () => void;
  headingFocused: () => void;
}

export const useFirstSteps = create<FirstRunState>((set, get) => {
  const move = (by: 1 | -1): void => {
    const step = firstSteps[firstSteps.indexOf(get().step) + by];
    if (step !== undefined) set({ step, isHeadingWanted: true });
  };
  return {
    step: 'key',
    isHeadingWanted: false,
    goOn: () => {
      move(1);
    },
    goBack: () => {
      move(-1);
    },
    headingFocused: () => {
      set({ isHeadingWanted: false });
    },
  };
});

/** Back to the start, for tests. */
export function resetFirstSteps(): void {
  useFirstSteps.setState({ step: 'key', isHeadingWanted: false });
}
