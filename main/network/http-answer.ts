/**
 * Reads one HTTP/1.1 answer out of the bytes of a connection that brings nothing else (RFC 9112). Nothing is copied but
 * the lines of the head: the body comes as views of what was given.
 */

export interface AnswerHead {
  /** 200 to 599; interim answers are left out. */
  status: number;
  /** In the order in which they came. */
  headers: readonly (readonly [name: string, value: string])[];
}

export interface AnswerReader {
  /** Takes the next bytes; gives those that belong to the body. Throws where it is no HTTP that we understand. */
  take(bytes: Uint8Array): Uint8Array[];
  /** The connection has ended. Throws when the answer is not whole. */
  end(): void;
  /** Null until all of it has come. */
  head(): AnswerHead | null;
  /** Nothing more belongs to it. */
  isWhole(): boolean;
}

/** All lines of a head together, and all of what comes between chunks. */
const maxLineBytes = 64 * 1024;
/** These have no body (RFC 9110, section 6.4.1). */
const bodiless = new Set([204, 304]);

const odd = (what: string) => new Error(`The answer is no HTTP that can be read: ${what}.`);

type Framing = { kind: 'none' } | { kind: 'length'; bytes: number } | { kind: 'chunked' } | { kind: 'close' };

const valuesOf = ({ headers }: AnswerHead, wanted: string): string[] =>
  headers
    .filter(([name]) => name === wanted)
    .flatMap(([, value]) => value.split(',').map((one) => one.trim()));

function framingOf(head: AnswerHead): Framing {
  if (bodiless.has(head.status)) return { kind: 'none' };
  const codings = valuesOf(head, 'transfer-encoding');
  if (codings.length > 0) {
    if (codings.length > 1 || codings[0]?.toLowerCase() !== 'chunked') throw odd('its transfer coding');
    return { kind: 'chunked' };
  }
  const [length, ...others] = valuesOf(head, 'content-length');
  if (length === undefined) return { kind: 'close' };
  const bytes = Number(length);
  if (!/^\d+$/.test(length) || !Number.isSafeInteger(bytes) || others.some((other) => other !== length)) {
    throw odd('its length');
  }
  return bytes === 0 ? { kind: 'none' } : { kind: 'length', bytes };
}

function statusOf(line: string): number {
  const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(line)?.[1]);
  if (Number.isNaN(status) || status < 100 || status === 101 || status > 599) throw odd('its first line');
  return status;
}

function headOf([first = '', ...lines]: readonly string[]): AnswerHead | null {
  const status = statusOf(first);
  if (status < 200) return null;
  const headers = lines.map((line) => {
    const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw odd('a line of its head');
    return [name.toLowerCase(), value] as const;
  });
  return { status, headers };
}

function chunkSizeOf(line: string): number {
  const [, size] = /^([\da-f]+)[ \t]*(?:;.*)?$/i.exec(line) ?? [];
  const bytes = Number.parseInt(size ?? '', 16);
  if (!Number.isSafeInteger(bytes)) throw odd('the size of a chunk');
  return bytes;
}

const lineFeed = 10;

export function createAnswerReader(): AnswerReader {
  let state: 'head' | 'body' | 'size' | 'chunk' | 'chunk-end' | 'trailer' | 'close' | 'whole' = 'head';
  let head: AnswerHead | null = null;
  let lines: string[] = [];
  let line = '';
  let lineBytes = 0;
  /** Of the body, or of the chunk. */
  let left = 0;

  function beginBody(found: AnswerHead): void {
    head = found;
    const framing = framingOf(found);
    left = framing.kind === 'length' ? framing.bytes : 0;
    state = ({ none: 'whole', length: 'body', chunked: 'size', close: 'close' } as const)[framing.kind];
  }

  function takeLine(text: string): void {
    switch (state) {
      case 'head': {
        if (text !== '') {
          // Said at once: what is no HTTP may never end its head.
          if (lines.length === 0) statusOf(text);
          lines.push(text);
          return;
        }
        const found = headOf(lines);
        lines = [];
        if (found !== null) beginBody(found);
        break;
      }
      case 'size':
        left = chunkSizeOf(text);
        state = left === 0 ? 'trailer' : 'chunk';
        break;
      case 'chunk-end':
        if (text !== '') throw odd('the end of a chunk');
        state = 'size';
        break;
      default:
        // What follows the last chunk says nothing to us.
        if (text !== '') return;
        state = 'whole';
    }
    lineBytes = 0;
  }

  function readLine(bytes: Uint8Array): number {
    const end = bytes.indexOf(lineFeed);
    const used = end < 0 ? bytes.length : end + 1;
    lineBytes += used;
    if (lineBytes > maxLineBytes) throw odd('a head without an end');
    line += Buffer.from(bytes.buffer, bytes.byteOffset, used).toString('latin1');
    if (end >= 0) {
      const whole = line.replace(/\r?\n$/, '');
      line = '';
      takeLine(whole);
    }
    return used;
  }

  function readBody(bytes: Uint8Array): Uint8Array {
    if (state === 'close') return bytes;
    const part = bytes.subarray(0, left);
    left -= part.length;
    if (left === 0) state = state === 'chunk' ? 'chunk-end' : 'whole';
    return part;
  }

  return {
    take(bytes) {
      const parts: Uint8Array[] = [];
      let rest = bytes;
      while (rest.length > 0 && state !== 'whole') {
        if (state === 'body' || state === 'chunk' || state === 'close') {
          const part = readBody(rest);
          parts.push(part);
          rest = rest.subarray(part.length);
        } else {
          rest = rest.subarray(readLine(rest));
        }
      }
      return parts;
    },
    end() {
      if (state === 'close') state = 'whole';
      if (state !== 'whole') throw new Error('The connection ended before the answer did.');
    },
    head: () => head,
    isWhole: () => state === 'whole',
  };
}
