/** Whether an address is a page of one of these origins. `URL.origin` is `null` for schemes of one's own. */
export function isOwnPage(address: string, origins: readonly string[]): boolean {
  try {
    const { protocol, host } = new URL(address);
    return origins.includes(`${protocol}//${host}`);
  } catch {
    return false;
  }
}
