/** A proxy that does not let through. Nothing reached the service: `backends/service-errors.ts` knows the codes. */
export class ProxyError extends Error {
  readonly code: 'ERR_PROXY' | 'ERR_PROXY_SOCKS';

  constructor(code: ProxyError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** True for a request that ended at the proxy, wherever in the chain of causes that is said. */
export function endedAtProxy(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof ProxyError) return true;
  }
  return false;
}
