/** The renderer's own files. */
export const appOrigin = 'app://zoetrope';
