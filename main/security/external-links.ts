/** Which pages the app opens in the browser. */
const hosts = new Set(['ai.google.dev', 'aistudio.google.com', 'console.cloud.google.com', 'github.com']);

function mayOpen(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === 'https:' && hosts.has(host) && username === '' && password === '';
  } catch {
    return false;
  }
}

/** The only way to the system's browser. Throws for what is not a page of these hosts. */
export function createOpenExternal(
  open: (address: string) => Promise<void>,
): (address: string) => Promise<void> {
  return async (address) => {
    if (!mayOpen(address)) throw new Error('This address is not one that the app opens.');
    await open(address);
  };
}
