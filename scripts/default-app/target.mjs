/**
 * What `electron [options] [path] [arguments of the app]` asks for.
 * @typedef {object} Target
 * @property {string} path the app's folder or entry file, as it was given
 * @property {string[]} modules to load before the app (`-r`, `--require`), as Playwright does
 * @property {boolean} version only the version is wanted
 */

/**
 * @param {readonly string[]} args without the executable
 * @returns {Target}
 */
export function parseTarget(args) {
  /** @type {string[]} */
  const modules = [];
  let version = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-r' || arg === '--require') {
      index += 1;
      const module = args[index];
      if (module !== undefined) modules.push(module);
    } else if (arg === '--version' || arg === '-v') {
      version = true;
    } else if (!arg.startsWith('-')) {
      return { path: arg, modules, version };
    }
  }
  return { path: '.', modules, version };
}
