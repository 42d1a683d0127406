/** Whose operations a service shows, as a short text that tells nothing of the key. */
import { createHmac } from 'node:crypto';

const characters = 16;

/**
 * The same text for the same key at the same address. The key is what the hash is keyed with: without it nobody can
 * find out which key a text belongs to.
 * @param parts what else an account hangs on: the service, its address, a project
 */
export function accountOf(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, characters);
}
