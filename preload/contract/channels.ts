/**
 * The names that cross the bridge, as plain values: the preload loops over them and may not load zod.
 * `channels.test.ts` proves that they are the contract's own names, none missing and none extra.
 */
export const videoChatCalls = ['generate', 'generateWithImage', 'status', 'operations'] as const;

export const zoetropeCalls = {
  app: ['state', 'openLink', 'dismissNotice', 'shown', 'setImpossible'],
  settings: ['get', 'update', 'chooseLibraryFolder'],
  key: ['set', 'check', 'remove'],
  agentPlatform: ['setKey', 'setProject', 'check', 'remove'],
  models: ['list', 'refresh'],
  images: ['check', 'generate', 'file', 'versions'],
  operations: ['list', 'get', 'image', 'again', 'remove', 'restore', 'clearFinished'],
  queue: ['summary', 'list', 'setPaused', 'move', 'cancel', 'followAgain', 'retryFailed'],
  clips: ['download', 'showInFolder', 'copyFile'],
  library: [
    'page',
    'ids',
    'position',
    'facets',
    'details',
    'takes',
    'setFavourite',
    'rate',
    'remove',
    'restore',
    'download',
    'cancelDownload',
    'wantPosters',
  ],
  sessions: [
    'list',
    'current',
    'create',
    'rename',
    'archive',
    'unarchive',
    'select',
    'remove',
    'restore',
    'moveClips',
  ],
  prompts: [
    'templates',
    'saveTemplate',
    'removeTemplate',
    'importTemplates',
    'exportTemplates',
    'openedTemplates',
    'answerOpened',
    'enhanceOffer',
    'enhance',
  ],
  updates: ['state', 'check', 'download', 'install', 'skip', 'openPage'],
  recipes: ['read', 'rebuild', 'cancelRebuild'],
  spend: ['summary', 'exportCsv', 'allowOver'],
} as const;

export const mediaCalls = ['ready', 'finish'] as const;

/** Events from main to the studio window. */
export const studioEvents = [
  'operationChanged',
  'operationsRemoved',
  'settingsChanged',
  'appStateChanged',
  'spendChanged',
  'queueChanged',
  'operationsShown',
  'libraryChanged',
  'downloadProgress',
  'rebuildProgress',
  'sessionsChanged',
  'modelsChanged',
  'commandChosen',
  'templatesOpened',
  'updateChanged',
] as const;

/** Events from main to the media window. */
export const mediaEvents = ['job'] as const;

export const channel = {
  videoChat: (name: string) => `videoChat:${name}`,
  zoetrope: (domain: string, name: string) => `zoetrope:${domain}.${name}`,
  media: (name: string) => `media:${name}`,
  event: (name: string) => `event:${name}`,
};

/** Given to a window's preload as a command-line argument, so that each window gets its own half of the bridge. */
export const roleArgument = '--zoetrope-role=';
export type WindowRole = 'studio' | 'media';
