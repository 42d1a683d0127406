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
  withState: (take: string, state: string) => `Take ${take}, ${state}`,
  cancelAll: 'Cancel all',
  cancelledFree: 'Cancelled before they were sent. Nothing is charged.',
  cancelCost: (price: string) =>
    `They were sent already and cannot be called back. The service may finish them and charge ${price} all the same.`,
  cancelDemo: 'They were sent already and are being drawn on this computer. They are free.',
  cancelAfter:
    'Zoetrope stops following them. From its card you can follow each one again, as long as the service keeps it: that sends nothing and costs nothing more.',
  cancelTitle: (count: string, value: number) => `Cancel ${count} ${plural(value, 'take', 'takes')}?`,
};
