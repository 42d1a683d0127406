/** Words of the app outside its window: the system's dialogs, notifications and menus, in English. */
import { commandWords, groupWords } from '../../preload/contract/command-words.ts';
import type { Phase } from '../../preload/contract/domain.ts';

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

const they = (number: number, one: string, many: string): string => (number === 1 ? one : many);

/** Titles of notifications. */
function told(article: string, one: string, many: string) {
  const a = `${article} ${one}`;
  const ended: Partial<Record<Phase, string>> = {
    completed: `Your ${one} is ready`,
    unknown: `${a} needs your decision`,
    blocked: `${a} was blocked`,
    expired: `${a} has expired`,
    error: `${a} failed`,
  };
  return {
    /** Of one, by how it ended. */
    ended,
    ready: (number: number) => `${number} ${many} are ready`,
    others: (number: number) => `${number} ${many} need a look`,
    both: (ready: number, others: number) =>
      `${count(ready, `${one} is`, `${many} are`)} ready, ${count(others, 'needs', 'need')} a look`,
  };
}

/** The system's own items: Electron names them in English alone. */
const roles = {
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  resetZoom: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  togglefullscreen: 'Full screen',
  reload: 'Reload',
  toggleDevTools: 'Developer tools',
  windowMenu: 'Window',
  minimize: 'Minimize',
  zoom: 'Zoom',
  close: 'Close window',
  about: 'About Zoetrope',
  services: 'Services',
  hide: 'Hide Zoetrope',
  hideOthers: 'Hide others',
  unhide: 'Show all',
};

export const en = {
  /** A sentence of an error, which speaks English. */
  said: (sentence: string) => sentence,
  /** What the first session is called on a computer of this language. */
  firstSession: 'First session',
  closing: {
    close: 'Close',
    quit: 'Quit',
    closeTitle: 'Close Zoetrope?',
    quitTitle: 'Quit Zoetrope?',
    keepOpen: 'Keep open',
    dontAskAgain: 'Don’t ask again',
    making: (number: number) =>
      `${count(number, 'clip is', 'clips are')} being made. ${they(number, 'It goes', 'They go')} on at the service; Zoetrope fetches ${they(number, 'it', 'them')} at the next start (the service keeps ${they(number, 'it', 'them')} for two days).`,
    images: (number: number) =>
      `${count(number, 'image is', 'images are')} being made. ${they(number, 'It comes', 'They come')} in the service’s answer, which Zoetrope waits for a minute: what comes later is charged and lost. Better keep Zoetrope open until ${they(number, 'it is', 'they are')} there.`,
    demo: (number: number) =>
      `${count(number, 'demo clip is', 'demo clips are')} being drawn. ${they(number, 'It goes', 'They go')} on at the next start.`,
    queued: (number: number, isPaused: boolean) =>
      `${count(number, 'clip is', 'clips are')} waiting to be sent, ${isPaused ? 'until you resume the queue' : 'at the next start'}. Nothing is charged before that.`,
  },
  /** Asked when the window's page ended or hangs. */
  window: {
    reload: 'Reload',
    quit: 'Quit',
    wait: 'Wait',
    crashed: 'The window has crashed again',
    crashedDetail:
      'Nothing is lost. Clips that are being made go on, and nothing is sent or charged again. Reload shows the window anew; Quit ends Zoetrope, which takes up the clips under way at its next start.',
    hung: 'The window does not respond',
    hungDetail:
      'Clips that are being made go on, and nothing is sent or charged again. You can wait, or reload the window: what you have written comes back, images in the form have to be added again.',
  },
  notices: {
    video: told('A', 'clip', 'clips'),
    image: told('An', 'image', 'images'),
    /** Clips and images together. */
    mixed: told('A', 'creation', 'creations'),
    deadline: (number: number) =>
      number === 1
        ? 'A clip will soon be deleted by the service'
        : `${number} clips will soon be deleted by the service`,
    notSaved: 'It is not saved on this computer yet.',
  },
  dialogs: {
    downloadClip: 'Download clip',
    downloadClips: 'Download clips',
    movie: 'MP4 video',
    exportCsv: 'Export CSV',
    exportTemplates: 'Export templates',
    importTemplates: 'Import templates',
    templates: 'Zoetrope templates',
    libraryFolder: 'Library folder',
  },
  menu: {
    groups: groupWords,
    commands: commandWords,
    edit: 'Edit',
    exit: 'Exit',
    roles,
  },
  fatal: {
    title: 'Zoetrope could not start',
    noReason: 'No reason was given.',
    full: (folder: string) =>
      `The disk is full. Zoetrope writes down each request before it is sent, so it needs room in ${folder}. Free some space and start it again.`,
    notWritable: (folder: string) =>
      `Zoetrope cannot write into its data folder, ${folder}. It may be on a drive that is not connected, protected against writing, or another user’s. Connect the drive or allow writing, and start it again.`,
    locked: (folder: string) =>
      `Another program holds the files in ${folder}: a backup, a virus scanner, or a Zoetrope that is still closing. Wait a moment and start it again.`,
    reason: (reason: string) => `The system said: ${reason}`,
    untouched: (folder: string) =>
      `Nothing was sent or charged, and your clips and settings are untouched. Clips that were being made are taken up at the next start that works. If there is a log, it is in ${folder}.`,
  },
};

/** What every language has to say. */
export type MainWords = typeof en;
