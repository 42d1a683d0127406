/** Input for the contract's calls that nobody should send: made from their schemas, then broken in one place. */
import fc from 'fast-check';
import { z } from 'zod';

/** Bytes, as they are written in the JSON that goes into the page. */
const bytes = (count: number): string => `bytes of the tests: ${count}`;

interface Shape {
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  enum?: unknown[];
  const?: unknown;
  type?: string;
  maxLength?: number;
  maxItems?: number;
}

const texts = [
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    '\u202e4pm.exe',
    'x'.repeat(5000),
    '../../../../etc/passwd',
    '..\\..\\boot.ini',
  ],
  ...[
    '%2e%2e%2f',
    'file:///etc/passwd',
    'https://evil.example/',
    'javascript:alert(1)',
    "'; DROP TABLE operations;--",
  ],
  ...['"*" OR NEAR(a b)', '<img src=x onerror="globalThis.owned=1">', '{{constructor.constructor("x")()}}'],
  ...[
    '__proto__',
    'constructor',
    'NaN',
    'null',
    '$(reboot)',
    '`reboot`',
    'media://clip/x',
    'CON',
    'a\r\nb: c',
  ],
];
const numbers = [0, -0, -1, 1e308, -1e308, 0.1, 2 ** 53, -(2 ** 53), 2 ** 31, 1e21];
const hostile = fc.oneof(
  fc.constantFrom<unknown>(...texts),
  fc.constantFrom<unknown>(...numbers),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[[[]]]], bytes(0), bytes(9)),
  fc.constant(Array.from({ length: 600 }, () => 'x')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values that a schema might well take. Lengths stay small. */
function like(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(like));
  switch (shape.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, like(inner)]),
        ),
        { requiredKeys: shape.required ?? [] },
      );
    case 'array':
      return fc.array(like(shape.items ?? {}), { maxLength: Math.min(3, shape.maxItems ?? 3) });
    case 'string':
      return fc.oneof(fc.constantFrom(...texts), fc.uuid()).map((text) => text.slice(0, shape.maxLength));
    case 'integer':
    case 'number':
      return fc.oneof(fc.nat(10), fc.constantFrom(...numbers));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.constantFrom<unknown>(bytes(64), bytes(0));
  }
}

/** Puts `value` at one place of `input`, or a key beside the others. */
function broken(input: unknown, place: number, value: unknown): unknown {
  if (typeof input !== 'object' || input === null) return value;
  if (Array.isArray(input)) return input.length === 0 ? [value] : input.with(place % input.length, value);
  const entries = Object.entries(input as Record<string, unknown>);
  const [name, inner] = entries[place % Math.max(entries.length, 1)] ?? (['x', null] as const);
  const change = place % 3 === 0 ? value : broken(inner, Math.floor(place / 3), value);
  return Object.fromEntries([...entries, [name, change]]);
}

/** As `JSON.parse` reads it, each of these keys is the object's own. */
const pollution = [
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"__proto__":{"polluted":true},"prompt":"a lion","operationId":"x","operationIds":["x"]}',
  '[{"__proto__":{"polluted":true}}]',
];

/** Texts of JSON for one call, the same at each run of one `seed`. Without an entry: the call takes nothing. */
export function hostileInputs(schema: z.ZodType, count: number, seed: number): string[] {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape;
  const one = fc.oneof(
    { weight: 1, arbitrary: like(shape) },
    { weight: 1, arbitrary: hostile },
    {
      weight: 3,
      arbitrary: fc
        .tuple(like(shape), fc.nat(30), hostile)
        .map(([input, place, value]) => broken(input, place, value)),
    },
  );
  const made = fc.sample(one, { numRuns: count, seed }).map((input) => JSON.stringify(input));
  return [...pollution, ...made];
}

/** What the page makes of such a text.. */
export function readHostile(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    const count = typeof value === 'string' ? /^bytes of the tests: (\d+)$/.exec(value)?.[1] : undefined;
    return count === undefined ? value : new Uint8Array(Number(count));
  });
}
