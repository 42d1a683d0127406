/** Takes keys out of whatever is about to be written down. */

/** Google's API keys, old and new form, and what follows a key's usual names. */
const keyLike =
  /AIza[\w-]{20,}|AQ\.[\w-]{20,}|(?<=x-goog-api-key["']?\s*[:=]\s*["']?)[^\s"',}]+|(?<=[?&]key=)[^&\s"']+/gi;

export function redactText(text: string, secrets: readonly string[]): string {
  let clean = text.replace(keyLike, '[key]');
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, '[key]');
  return clean;
}
