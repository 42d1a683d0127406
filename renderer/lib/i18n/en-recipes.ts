/** The words of bringing a library back, and of what a clip's file says of itself, in English. */
import {} from './en-plural.ts';

const plurals = new Intl.PluralRules('en');

const clips = (count: string, value: number): string =>
  `${count} ${plurals.select(value) === 'one' ? 'clip' : 'clips'}`;

export const recipes = {
  restored: (when: string) => `The list of clips was damaged. The copy of ${when} took its place.`,
  setUpAnew: 'The list of clips was damaged and has been set up anew.',
  looking: 'Looking through your library folder for clips …',
  cameBack: (count: string, value: number) => `${clips(count, value)} came back from your library folder.`,
  noneCameBack: 'Your clips are still in the library folder.',
  followed: (count: string, value: number) =>
    value === 1
      ? `${count} clip that was being made is followed again.`
      : `${count} clips that were being made are followed again.`,
  mayBeMissing:
    'Requests from after the copy may be missing: look at your usage at Google before you send one again.',
  rebuild: 'Rebuild library from folder',
  rebuildLink: 'Rebuild from folder …',
  rebuildHint:
    'Looks through the library folder and takes in every clip of yours that is missing here, with its prompt and session. Nothing is removed.',
  rebuilding: (done: string, total: string) => `${done} of ${total} files`,
  begin: 'Rebuild',
  cancel: 'Cancel',
  cancelled: 'Stopped before the end.',
  added: (count: string, value: number) => `${clips(count, value)} added`,
  relinked: (count: string, value: number) => `${clips(count, value)} found again at another place`,
  known: (count: string, value: number) => `${clips(count, value)} already here`,
  foreign: (count: string, value: number) =>
    `${count} ${plurals.select(value) === 'one' ? 'file is' : 'files are'} not from Zoetrope`,
  unreadable: (count: string, value: number) =>
    `${count} ${plurals.select(value) === 'one' ? 'file' : 'files'} could not be read`,
  nothing: 'There are no MP4 files in the library folder.',
  taken: 'The settings of this clip are in the composer.',
  imageIsGone: 'An image of it is not on this computer any more: add it again.',
  unknownSettings: (names: string) => `This version does not know ${names}; the rest was taken over.`,
  model: (id: string) => `the model ${id}`,
  notAMovie: (name: string) => `“${name}” could not be read as a video. Nothing was changed.`,
};
