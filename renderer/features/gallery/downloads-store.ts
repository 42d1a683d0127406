/** The copying of several clips that goes on in main; null when there is none. */
import { create } from 'zustand';
import type { DownloadProgress } from '../../../preload/contract/library.ts';

interface DownloadsState {
  progress: DownloadProgress | null;
}

export const useDownloads = create<DownloadsState>(() => ({ progress: null }));
