/** The ways in which the emulator can be told to misbehave. */
import { z } from 'zod';
import { errorForms, invalidArgument } from './answers.ts';

/** At which point of a request's way a fault is played. */
type Moment =
  | 'connect' // before anything is read
  | 'create' // instead of creating
  | 'created' // the operation exists (and is billed), the answer goes wrong
  | 'poll' // instead of looking at the operation
  | 'waiting' // the operation stays pending
  | 'result' // the operation ends like this
  | 'download'
  | 'models';

interface FaultFacts {
  where: 'create' | 'poll' | 'download' | 'models';
  moments: readonly Moment[];
  summary: string;
  /** How often it plays when no count is given; unlimited when left out. */
  defaultCount?: number;
  /** The count counts operations, not requests: an operation that got it keeps it. */
  perOperation?: true;
}

const catalogue = {
  'rate-limit': {
    where: 'create',
    moments: ['create'],
    summary: '429 RESOURCE_EXHAUSTED with RetryInfo (`seconds`, default 23)',
  },
  'rate-limit-bare': {
    where: 'create',
    moments: ['create'],
    summary: '429 RESOURCE_EXHAUSTED without details',
  },
  internal: { where: 'create', moments: ['create'], summary: '500 INTERNAL, nothing created' },
  unavailable: { where: 'create', moments: ['create'], summary: '503 UNAVAILABLE, nothing created' },
  'cut-create': {
    where: 'create',
    moments: ['created'],
    summary: 'the operation is created, then the connection is cut without an answer',
  },
  refuse: {
    where: 'create',
    moments: ['connect'],
    summary: 'the connection is cut before anything is read; nothing is created',
  },
  'hang-create': {
    where: 'create',
    moments: ['created'],
    summary: 'the operation is created, the answer comes late (`seconds`, default 60)',
  },
  'malformed-create': {
    where: 'create',
    moments: ['created'],
    summary: 'the operation is created, the answer is 200 with broken JSON',
  },
  'bad-key': {
    where: 'create',
    moments: ['create', 'models'],
    summary: '400 API_KEY_INVALID, on the key check (models) too',
  },
  'restricted-key': {
    where: 'create',
    moments: ['create', 'models'],
    summary: '403 PERMISSION_DENIED, on the key check (models) too',
  },
  'api-off': {
    where: 'create',
    moments: ['create', 'models'],
    summary: '403 SERVICE_DISABLED: the API is not enabled, on the key check (models) too',
  },
  'retired-model': { where: 'create', moments: ['create'], summary: '404 the model is no longer available' },
  unsupported: {
    where: 'create',
    moments: ['create'],
    summary: '400 the combination of settings is not supported',
  },
  'quota-day': {
    where: 'create',
    moments: ['create'],
    summary: '429 RESOURCE_EXHAUSTED: the quota of the day is used up',
  },
  'no-quota': { where: 'create', moments: ['create'], summary: '429 RESOURCE_EXHAUSTED with a limit of 0' },
  'leaked-key': {
    where: 'create',
    moments: ['create', 'models'],
    summary: '403 the key was reported as leaked, on the key check (models) too',
  },
  'billing-off': {
    where: 'create',
    moments: ['create'],
    summary: '400 FAILED_PRECONDITION: the project has no billing account',
  },
  region: {
    where: 'create',
    moments: ['create'],
    summary: '400 FAILED_PRECONDITION: the location is not supported',
  },
  'person-setting': {
    where: 'create',
    moments: ['create'],
    summary: '400 the value of personGeneration is not allowed',
  },
  'filtered-prompt': {
    where: 'create',
    moments: ['create'],
    summary: '400 the filter refuses the prompt, with a support code',
  },
  'filtered-image': {
    where: 'create',
    moments: ['create'],
    summary: '400 the filter refuses the image, with a support code',
  },
  'poll-500': { where: 'poll', moments: ['poll'], summary: '500 INTERNAL' },
  'poll-503': { where: 'poll', moments: ['poll'], summary: '503 UNAVAILABLE' },
  'poll-cut': { where: 'poll', moments: ['poll'], summary: 'the connection is cut without an answer' },
  'poll-malformed': { where: 'poll', moments: ['poll'], summary: '200 with broken JSON' },
  'poll-404': { where: 'poll', moments: ['poll'], summary: '404 as if the operation did not exist' },
  'poll-401': {
    where: 'poll',
    moments: ['poll'],
    summary: '401 UNAUTHENTICATED, as for a key that was revoked',
  },
  'poll-403': {
    where: 'poll',
    moments: ['poll'],
    summary: '403 PERMISSION_DENIED, as for a key that was restricted',
  },
  'multiple-credentials': {
    where: 'poll',
    moments: ['poll'],
    summary:
      '400 "Multiple authentication credentials received", as some new keys get it; the job still runs',
  },
  blocked: {
    where: 'poll',
    moments: ['result'],
    perOperation: true,
    summary:
      'filtered: done with the filter’s `reason` and no video (Interactions: completed with text only)',
  },
  failed: {
    where: 'poll',
    moments: ['result'],
    perOperation: true,
    summary: 'done with an error (`code`, default 13; `reason` is its message)',
  },
  empty: {
    where: 'poll',
    moments: ['result'],
    perOperation: true,
    summary: 'done with neither a video nor a reason',
  },
  slow: {
    where: 'poll',
    moments: ['waiting'],
    perOperation: true,
    summary: 'done `seconds` later, or never when they are not given',
  },
  'file-404': { where: 'download', moments: ['download'], summary: '404 as if the file had expired' },
  'file-410': {
    where: 'download',
    moments: ['download'],
    summary: '410, as gateways answer for expired files',
  },
  'download-truncated': {
    where: 'download',
    moments: ['download'],
    summary:
      'announces the whole file, never sends more than its first half, cuts; inside an answer: half a clip',
  },
  'download-cut-once': {
    where: 'download',
    moments: ['download'],
    defaultCount: 1,
    summary: 'cuts one download halfway; asking again with Range goes well',
  },
  'not-mp4': {
    where: 'download',
    moments: ['download'],
    summary: '200 video/mp4 whose bytes are a web page',
  },
  redirect: {
    where: 'download',
    moments: ['download'],
    summary: '302 to another origin, which serves the file and notes whether the key came along',
  },
  'models-500': { where: 'models', moments: ['models'], summary: '500 INTERNAL' },
  'models-cut': { where: 'models', moments: ['models'], summary: 'the connection is cut without an answer' },
  'models-empty': { where: 'models', moments: ['models'], summary: 'the key has no models: an empty list' },
} as const satisfies Record<string, FaultFacts>;

export type FaultName = keyof typeof catalogue;

export const faults: Readonly<Record<FaultName, FaultFacts>> = catalogue;

export const faultNames = Object.keys(catalogue) as FaultName[];

export const faultSpecSchema = z.strictObject({
  name: z.enum(faultNames),
  /** After how many times it is used up. */
  count: z.int().min(1).optional(),
  seconds: z.number().min(0).max(86_400).optional(),
  /** What `blocked` gives as its reason and `failed` as its message. */
  reason: z.string().max(4000).optional(),
  /** The google.rpc.Code that `failed` ends with. */
  code: z.int().min(1).max(16).optional(),
  /** The form of an error's body; Google's own when it is not given. */
  form: z.enum(errorForms).optional(),
});

/** One fault to play. */
export type FaultSpec = z.infer<typeof faultSpecSchema>;

/** A fault together with how far it is used up. */
export interface ActiveFault {
  spec: FaultSpec;
  /** Times it may still play; Infinity without a count. */
  left: number;
  /** The operations that got it, for those that count operations. */
  operations: Set<string>;
}

export function activate(spec: FaultSpec): ActiveFault {
  const left = spec.count ?? faults[spec.name].defaultCount ?? Infinity;
  return { spec, left, operations: new Set() };
}

/** The first fault of the list that plays at this moment, counted as used; null when everything goes well. */
export function takeFault(
  list: readonly ActiveFault[],
  moment: Moment,
  operationId?: string,
): FaultSpec | null {
  for (const fault of list) {
    const facts = faults[fault.spec.name];
    if (!facts.moments.includes(moment)) continue;
    const counted = facts.perOperation === true && operationId !== undefined ? operationId : null;
    if (counted !== null && fault.operations.has(counted)) return fault.spec;
    if (fault.left <= 0) continue;
    fault.left -= 1;
    if (counted !== null) fault.operations.add(counted);
    return fault.spec;
  }
  return null;
}

const promptPattern = /\[fault:([\w-]+(?::\d+)?)\]/gi;

/** The faults that a prompt asks for itself: `[fault:NAME]` or `[fault:NAME:COUNT]`. */
export function faultsInPrompt(prompt: string): ActiveFault[] {
  return [...prompt.matchAll(promptPattern)].flatMap(([, text = '']) => {
    const spec = parseFault(text.toLowerCase());
    return spec === null ? [] : [activate(spec)];
  });
}

/** @throws ServiceError 400 when a prompt asks for a fault that there is not */
export function refuseUnknownFaults(prompt: string): void {
  for (const [whole, text = ''] of prompt.matchAll(promptPattern)) {
    if (parseFault(text.toLowerCase()) !== null) continue;
    throw invalidArgument(`The emulator cannot play ${whole}. It knows: ${faultNames.join(', ')}.`);
  }
}

/** Reads `NAME` or `NAME:COUNT`; null when it is not a fault. */
export function parseFault(text: string): FaultSpec | null {
  const [name, count, ...more] = text.split(':');
  if (more.length > 0 || (count !== undefined && !/^\d+$/.test(count))) return null;
  const parsed = faultSpecSchema.safeParse({
    name,
    ...(count === undefined ? {} : { count: Number(count) }),
  });
  return parsed.success ? parsed.data : null;
}
