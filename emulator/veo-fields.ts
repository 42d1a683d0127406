/**
 * Reads the fields of `:predictLongRunning` and refuses what the services refuse. Wording of the messages as clients
 * have reported it, and in the same manner where nobody has.
 */
import { invalidArgument } from './answers.ts';
import type { Frame } from './clips.ts';

export type Fields = Record<string, unknown>;

/** A combination of settings that the model does not have. */
export const unsupported = () =>
  invalidArgument(
    'Your use case is currently not supported. Please refer to Gemini API documentation for current model offering.',
  );

export const malformedJson = () =>
  invalidArgument('Invalid JSON payload received. Unable to parse the request body.');

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOrEmpty(value: unknown, name: string): Fields {
  if (value === undefined || value === null) return {};
  if (!isFields(value)) throw invalidArgument(`\`${name}\` needs to be an object.`);
  return value;
}

/** The prompt of a body that may be anything, for the faults that a prompt can ask for. */
export function promptOf(body: unknown): string {
  const instances = isFields(body) ? body['instances'] : undefined;
  const first: unknown = Array.isArray(instances) ? instances[0] : undefined;
  const prompt = isFields(first) ? first['prompt'] : undefined;
  return typeof prompt === 'string' ? prompt : '';
}

/** The message is a protocol buffer with these fields only; what is inside them is judged by the model. */
export function refuseUnknownNames(body: Fields): void {
  const violations = Object.keys(body)
    .filter((name) => !['instances', 'parameters', 'labels', 'webhookConfig'].includes(name))
    .map((name) => ({
      description: `Invalid JSON payload received. Unknown name "${name}": Cannot find field.`,
    }));
  const first = violations[0];
  if (first === undefined) return;
  throw invalidArgument(first.description, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
  ]);
}

export function onlyInstance(instances: unknown): Fields {
  const list: unknown[] = Array.isArray(instances) ? instances : [];
  const instance = list[0];
  if (list.length !== 1 || !isFields(instance)) {
    throw invalidArgument('`instances` needs to contain exactly one instance.');
  }
  return instance;
}

export function notAValue(name: string, value: unknown) {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return invalidArgument(
    `\`${name}\` does not support \`${shown.slice(0, 100)}\` as a valid value. Please refer to the Gemini API documentation for supported usage.`,
  );
}

export function oneOf<T extends string, D extends T | null>(
  fields: Fields,
  name: string,
  allowed: readonly T[],
  otherwise: D,
): T | D {
  const value = fields[name];
  if (value === undefined || value === null) return otherwise;
  const found = typeof value === 'string' ? allowed.find((each) => each === value.toLowerCase()) : undefined;
  if (found === undefined) throw notAValue(name, value);
  return found;
}

export function textOrNull(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string')
    throw invalidArgument(`The value type for \`${name}\` needs to be a string.`);
  return value;
}

export function flagOr(value: unknown, name: string, otherwise: boolean): boolean {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean')
    throw invalidArgument(`The value type for \`${name}\` needs to be a boolean.`);
  return value;
}

/** The SDKs send numbers, the documentation writes strings. */
function readNumber(value: unknown, name: string): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw invalidArgument(`The value type for \`${name}\` needs to be a number.`);
  }
  return number;
}

export function outOfBound(name: string, from: number, to: number) {
  return invalidArgument(
    `The number value for \`${name}\` is out of bound. Please provide a value between ${from} and ${to}, inclusive.`,
  );
}

/** A whole number within bounds; null when there is none. */
export function wholeOrNull(fields: Fields, name: string, from: number, to: number): number | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  const number = readNumber(value, name);
  if (!Number.isInteger(number) || number < from || number > to) throw outOfBound(name, from, to);
  return number;
}

export function readDuration(value: unknown): number {
  if (value === undefined || value === null) return 8;
  const seconds = readNumber(value, 'durationSeconds');
  // 5 and 7 get the same answer from the service, although they lie between 4 and 8.
  if (![4, 6, 8].includes(seconds)) throw outOfBound('durationSeconds', 4, 8);
  return seconds;
}

/** `{bytesBase64Encoded, mimeType}`, or `{inlineData: {data, mimeType}}` as some clients send it. */
export function readImage(value: unknown, where: string): Frame | null {
  if (value === undefined || value === null) return null;
  const outer = fieldsOrEmpty(value, where);
  const inline = outer['inlineData'] ?? outer['inline_data'];
  const fields = inline === undefined ? outer : fieldsOrEmpty(inline, `${where}.inlineData`);
  const encoded = inline === undefined ? fields['bytesBase64Encoded'] : fields['data'];
  const mimeType = fields['mimeType'] ?? fields['mime_type'];
  if (typeof encoded !== 'string' || encoded === '' || typeof mimeType !== 'string' || mimeType === '') {
    throw invalidArgument(
      `Input instance with \`${where}\` should contain both \`bytesBase64Encoded\` and \`mimeType\`.`,
    );
  }
  if (!isImageType(mimeType)) throw invalidArgument(`Unsupported MIME type: ${mimeType.slice(0, 100)}`);
  return { mimeType: mimeType.toLowerCase(), data: decodeBase64(encoded, `instances[0].${where}`) };
}

export function isImageType(mimeType: string): boolean {
  return /^image\/(png|jpe?g|webp|heic|heif)$/i.test(mimeType);
}

/** Node's decoder skips over whatever is not base64, so the text is looked at first. */
export function decodeBase64(encoded: string, where: string): Uint8Array {
  const body = encoded.replace(/={1,2}$/, '');
  const padded = body.length !== encoded.length;
  const good =
    /^[A-Za-z0-9+/_-]+$/.test(body) && body.length % 4 !== 1 && (!padded || encoded.length % 4 === 0);
  if (!good) {
    throw invalidArgument(
      `Invalid value at '${where}' (TYPE_BYTES), Base64 decoding failed for "${encoded.slice(0, 40)}"`,
    );
  }
  return Buffer.from(body, 'base64');
}
