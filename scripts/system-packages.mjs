/**
 * Which Debian package brings a shared library. Everything that is not listed comes with GTK, which the official
 * builds link against.
 * @type {readonly { library: RegExp, package: string }[]}
 */
const PACKAGE_OF = [
  { library: /^lib(nss3|nssutil3|smime3|ssl3|nspr4|plc4|plds4)\./, package: 'libnss3' },
  { library: /^lib(gbm|drm)\./, package: 'libgbm1' },
  { library: /^libasound\./, package: 'libasound2' },
];

/**
 * The libraries that the dynamic linker does not find.
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function missingLibraries(lddOutput) {
  const missing = lddOutput.matchAll(/^\s*(\S+) => not found/gm);
  return [...new Set([...missing].map((match) => match[1] ?? ''))];
}

/**
 * The Debian packages for what is missing, each once.
 * @param {{ libraries: readonly string[], display: boolean, font: boolean }} missing display: no X server program
 *   although there is no display; font: no font at all
 * @returns {string[]}
 */
export function packagesFor({ libraries, display, font }) {
  const names = libraries.map(
    (library) => PACKAGE_OF.find((entry) => entry.library.test(library))?.package ?? 'libgtk-3-0',
  );
  if (display) names.push('xvfb');
  if (font) names.push('fonts-liberation');
  return [...new Set(names)];
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries when time stamps became 64 bits wide; the old name may then be
 * unknown or a virtual package that apt refuses to choose for.
 * @param {readonly string[]} packages
 * @param {string} policy what `apt-cache policy` says about the packages' new names ({@link renamed})
 * @returns {string[]}
 */
export function namesThatAptKnows(packages, policy) {
  return packages.map((name) => {
    const candidate = new RegExp(`^${name}t64:\\n(?: .*\\n)*? +Candidate: (.+)$`, 'm').exec(policy)?.[1];
    return candidate === undefined || candidate === '(none)' ? name : `${name}t64`;
  });
}

/**
 * @param {readonly string[]} packages
 * @returns {string[]}
 */
export function renamed(packages) {
  return packages.map((name) => `${name}t64`);
}

/**
 * Whether the system is Debian or descends from it.
 * @param {string} osRelease the text of /etc/os-release
 * @returns {boolean}
 */
export function isDebianFamily(osRelease) {
  const ids = [...osRelease.matchAll(/^ID(?:_LIKE)?=(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').replaceAll(/["']/g, '').split(/\s+/),
  );
  return ids.includes('debian') || ids.includes('ubuntu');
}
