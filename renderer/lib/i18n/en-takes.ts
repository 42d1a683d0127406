/** The words of takes, in English. */
import { plural } from './en-plural.ts';

export const takes = {
  count: (count: string) => `${count} takes`,
  ready: (ready: string, count: string) => `${ready} of ${count} ready`,
  failed: (count: string) => `${count} failed`,
  goesOn: 'More takes of the same request',
  compare: 'Compare',
  compareHint: 'Plays them one after the other, each from the same moment',
  label: 'Takes of this request',
  number: (take: string) => `Take ${take}`,
  withState: (take: string, state: string) => `Take ${take}, ${state}`,
  cancelAll: 'Cancel all',
  cancelTitle: (count: string, value: number) => `Cancel ${count} ${plural(value, 'take', 'takes')}?`,
};
