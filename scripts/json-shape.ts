/** The parts of JSON schema that the contract's schemas come to. */
interface Part {
  $schema?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Part[];
  oneOf?: Part[];
  not?: unknown;
  properties?: Record<string, Part>;
  required?: string[];
  items?: Part;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/** A JSON schema in the words of TypeScript, with its limits, on one line; `nothing` for a call that takes no input. */
export function shapeOf(schema: unknown): string {
  // What is missing in `Part` falls to the default below.
  const part = schema as Part;
  if (part.enum) return part.enum.map(literal).join(' | ');
  if (part.const !== undefined) return literal(part.const);
  const choices = part.anyOf ?? part.oneOf;
  if (choices) return choices.map(shapeOf).join(' | ');
  switch (part.type) {
    case 'object':
      return objectShape(part);
    case 'array':
      return `(${shapeOf(part.items)})[]${range(part.minItems, part.maxItems, ' items')}`;
    case 'string':
      return `string${range(part.minLength, part.maxLength, ' characters')}`;
    case 'integer':
    case 'number':
      return `${part.type}${range(part.minimum, part.maximum, '')}`;
    case 'null':
    case 'boolean':
      return part.type;
    default:
      // Bytes have no place in JSON; the only other thing without one is a call's missing input.
      return part.$schema === undefined ? 'Uint8Array' : 'nothing';
  }
}

function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "'");
}

function objectShape({ properties = {}, required = [] }: Part): string {
  const fields = Object.entries(properties).map(
    ([name, field]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(field)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const low = least === Number.MIN_SAFE_INTEGER ? undefined : least;
  const high = most === Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low !== undefined && high !== undefined) return ` (${low} to ${high}${unit})`;
  if (high !== undefined) return ` (at most ${high}${unit})`;
  return low === undefined ? '' : ` (from ${low}${unit})`;
}
