/**
 * Chromium's sandbox refuses to run as root; there, and nowhere else, it has to be switched off.
 * @returns {boolean}
 */
export function isRootOnLinux() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
