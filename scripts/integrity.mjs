import { createHash } from 'node:crypto';

/**
 * The sha512 of some bytes as npm lockfiles write it: `sha512-<base64>`.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function integrityOf(bytes) {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
