import { create } from 'zustand';
import type { RebuildProgress } from '../../../preload/contract/rebuild.ts';

/** How far main is with going through the library folder; what was told last. */
export const useRebuildProgress = create<{ progress: RebuildProgress | null }>(() => ({ progress: null }));
