import { shell } from 'electron';
import { createOpenExternal } from '../security/external-links.ts';

/** Opens a page in the system's browser; throws for one that is not on the list. Nothing else calls `openExternal`. */
export const openInBrowser = createOpenExternal((url) => shell.openExternal(url));
