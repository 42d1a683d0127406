/** Takes keys out of whatever is about to be written down. */

/** Google's API keys, old and new form, its tokens, and what follows their usual names. */
const keyLike =
  /AIza[\w-]{20,}|AQ\.[\w-]{20,}|(?<=x-goog-api-key["']?\s*[:=]\s*["']?)[^\s"',}]+|(?<=[?&]key=)[^&\s"']+|ya29\.[\w.-]+|(?<=Bearer\s)[^\s"',}]+/gi;

export function redactText(text: string, secrets: readonly string[]): string {
  let clean = text.replace(keyLike, '[key]');
  for (const secret of secrets) if (secret.length >= 4) clean = clean.replaceAll(secret, '[key]');
  return clean;
}
