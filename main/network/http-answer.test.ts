import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswerReader } from './http-answer.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

/** All at once, or cut at these places; what is read is one buffer that is written over, as with a socket. */
function read(answer: Buffer, cuts: readonly number[] = []) {
  const reader = createAnswerReader();
  const buffer = Buffer.alloc(answer.length);
  const body: Buffer[] = [];
  const places = [0, ...[...cuts].sort((a, b) => a - b), answer.length];
  for (const [index, from] of places.entries()) {
    const piece = answer.subarray(from, places[index + 1] ?? answer.length);
    buffer.fill(0);
    piece.copy(buffer);
    for (const part of reader.take(buffer.subarray(0, piece.length))) body.push(Buffer.from(part));
  }
  return { reader, body: Buffer.concat(body).toString('latin1') };
}

const bodyOf = (text: string): string => read(bytesOf(text)).body;

const answers = {
  'of a length': 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: "a, b"\r\n\r\nhello',
  'in chunks':
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n0002 \r\nlo\r\n0\r\nTrailer: t\r\n\r\n',
  'after interim ones':
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 206 Part\r\ncontent-length: 5\r\n\r\nhello',
  'with bare line feeds': 'HTTP/1.1 200\ncontent-length: 5\n\nhello',
  'with more behind it': 'HTTP/1.1 200 OK\r\ncontent-length: 5, 5\r\n\r\nhelloHTTP/1.1 200 OK\r\n\r\n',
};

test.each(Object.entries(answers))('an answer %s is read, wherever it is cut', (_name, text) => {
  const answer = bytesOf(text);
  fc.assert(
    fc.property(fc.array(fc.nat(answer.length), { maxLength: 8 }), (cuts) => {
      const { reader, body } = read(answer, cuts);
      expect(body).toBe('hello');
      expect(reader.isWhole()).toBe(true);
      reader.end();
    }),
  );
});

test('the head keeps its order, names in small letters', () => {
  expect(
    read(
      bytesOf('HTTP/1.1 302 Found\r\nLocation:  /a b\t\r\nX-A: 1\r\nx-a: \r\nContent-Length: 0\r\n\r\n'),
    ).reader.head(),
  ).toEqual({
    status: 302,
    headers: [
      ['location', '/a b'],
      ['x-a', '1'],
      ['x-a', ''],
      ['content-length', '0'],
    ],
  });
});

test('without a length the end of the connection is the end of the answer', () => {
  const { reader, body } = read(bytesOf('HTTP/1.0 200 OK\r\n\r\nhello'), [3, 22]);
  expect([body, reader.isWhole()]).toEqual(['hello', false]);
  reader.end();
  expect(reader.isWhole()).toBe(true);
});

test('what has no body has none', () => {
  expect(bodyOf('HTTP/1.1 304 Not Modified\r\ncontent-length: 5\r\n\r\nhello')).toBe('');
  expect(bodyOf('HTTP/1.1 204 No Content\r\n\r\nhello')).toBe('');
});

test('an answer that is cut anywhere is never taken for a whole one', () => {
  for (const text of [answers['of a length'], answers['in chunks']]) {
    for (let end = 0; end < text.length; end += 1) {
      const { reader } = read(bytesOf(text.slice(0, end)));
      expect(reader.isWhole()).toBe(false);
      expect(reader.end).toThrow('ended before');
    }
  }
});

test.each([
  ['no HTTP', 'SSH-2.0-x\r\n'],
  ['another version', 'HTTP/2 200\r\n\r\n'],
  ['a strange status', 'HTTP/1.1 999 No\r\n\r\n'],
  ['another protocol from here on', 'HTTP/1.1 101 Switching\r\n\r\n'],
  ['a folded line', 'HTTP/1.1 200 OK\r\na: b\r\n c\r\n\r\n'],
  ['a line without a colon', 'HTTP/1.1 200 OK\r\nabc\r\n\r\n'],
  ['a space before the colon', 'HTTP/1.1 200 OK\r\ncontent-length : 5\r\n\r\n'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n'],
  ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: 0x5\r\n\r\n'],
  ['a length beyond counting', 'HTTP/1.1 200 OK\r\ncontent-length: 99999999999999999\r\n\r\n'],
  ['another coding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
  ['a chunk of no size', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\n'],
  ['a chunk longer than it says', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\nab\r\n'],
  ['a head without an end', `HTTP/1.1 200 OK\r\na: ${'x'.repeat(70_000)}`],
])('%s is refused', (_name, text) => {
  expect(() => read(bytesOf(text))).toThrow('no HTTP that can be read');
});

test('any bytes at all are read or refused, and never hang', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        read(Buffer.concat([bytesOf('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'), bytes]));
      } catch (error) {
        expect((error as Error).message).toContain('no HTTP that can be read');
      }
    }),
  );
});
