/** The lists of models, which clients also use to check a key. */
import { invalidArgument, sendJson, unknownModel } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { playModelsFault } from './fault-answers.ts';
import { takeFault } from './faults.ts';
import { checkKey, checkKeyOrToken } from './keys.ts';
import type { KeyRules } from './keys.ts';
import type { Model, ModelFamily } from './models.ts';
import { offered } from './models.ts';

const defaultPageSize = 50;
const maxPageSize = 1000;

/** @param context shared by all wires */
export function modelsRoutes(context: EmulatorContext): Route[] {
  /** The models that there are to tell; null when a fault has answered already. */
  function begin(
    exchange: Exchange,
    check: (exchange: Exchange, rules: KeyRules) => readonly ModelFamily[],
  ): Model[] | null {
    const families = check(exchange, context.keys);
    const fault = takeFault(context.faults, 'models');
    if (fault === null) return offered({ families, retired: context.retired });
    if (fault.name === 'models-empty') return [];
    playModelsFault(fault, exchange);
    return null;
  }

  return [
    {
      methods: ['GET'],
      pattern: /^\/(?:v1|v1beta)\/models$/,
      handle(exchange) {
        const models = begin(exchange, checkKey)?.filter(({ family }) => family !== 'agent');
        if (models === undefined) return;
        const answer = page(exchange.url.searchParams, 'models', models.map(describe));
        sendJson(exchange.response, 200, models.length === 0 ? {} : answer);
      },
    },
    {
      methods: ['GET'],
      pattern: /^\/(?<version>v1|v1beta)\/models\/(?<model>[^/:]+)$/,
      handle(exchange) {
        const models = begin(exchange, checkKey);
        if (models === null) return;
        const { model = '', version = '' } = exchange.params;
        const found = models.find(({ id, family }) => id === model && family !== 'agent');
        if (found === undefined) throw unknownModel(model, version, 'getModel');
        sendJson(exchange.response, 200, describe(found));
      },
    },
    {
      methods: ['GET'],
      pattern: /^\/(?:v1|v1beta1)\/publishers\/google\/models$/,
      handle(exchange) {
        const models = begin(exchange, checkKeyOrToken)?.filter(({ family }) => family === 'agent');
        if (models === undefined) return;
        const list = models.map(({ id }) => ({
          name: `publishers/google/models/${id}`,
          versionId: 'default',
          launchStage: 'GA',
        }));
        sendJson(exchange.response, 200, page(exchange.url.searchParams, 'publisherModels', list));
      },
    },
  ];
}

function describe({ id, version, displayName, family, methods }: Model): unknown {
  return {
    name: `models/${id}`,
    version,
    displayName,
    description: `${displayName}, played by the emulator.`,
    inputTokenLimit: family === 'veo' ? 1024 : 131_072,
    outputTokenLimit: family === 'omni' ? 57_920 : 8192,
    supportedGenerationMethods: methods,
  };
}

function page(query: URLSearchParams, field: string, all: readonly unknown[]): unknown {
  const size = wholeNumber(query.get('pageSize') ?? '', 'page_size');
  const token = query.get('pageToken') ?? '';
  const decoded = Buffer.from(token, 'base64url').toString('latin1');
  const start = wholeNumber(token !== '' && decoded === '' ? token : decoded, 'page_token');
  const end = start + Math.min(size === 0 ? defaultPageSize : size, maxPageSize);
  const nextPageToken = Buffer.from(String(end), 'latin1').toString('base64url');
  return { [field]: all.slice(start, end), ...(end < all.length ? { nextPageToken } : {}) };
}

/** Zero when it is empty, as in a protocol buffer. */
function wholeNumber(text: string, field: string): number {
  if (!/^\d{0,9}$/.test(text)) throw invalidArgument(`* ListModelsRequest.${field}: invalid value`);
  return Number(text);
}
