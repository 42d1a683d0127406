/** The list of models, which clients also use to check a key. */
import { invalidArgument, sendJson, unknownModel } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { playModelsFault } from './fault-answers.ts';
import { takeFault } from './faults.ts';
import { checkKey } from './keys.ts';
import { veoModels } from './veo-request.ts';

const defaultPageSize = 50;
const maxPageSize = 1000;

const displayNames: Record<(typeof veoModels)[number], string> = {
  'veo-3.1-generate-preview': 'Veo 3.1',
  'veo-3.1-fast-generate-preview': 'Veo 3.1 fast',
  'veo-3.1-lite-generate-preview': 'Veo 3.1 lite',
};

const models = veoModels.map((id) => ({
  name: `models/${id}`,
  version: '3.1',
  displayName: displayNames[id],
  description: `${displayNames[id]}, played by the emulator.`,
  inputTokenLimit: 1024,
  outputTokenLimit: 8192,
  supportedGenerationMethods: ['predictLongRunning'],
}));

/** @param context shared by all wires */
export function modelsRoutes(context: EmulatorContext): Route[] {
  /** Whether a fault has answered already; `empty` when there is nothing to list. */
  function begin(exchange: Exchange): 'go on' | 'answered' | 'empty' {
    checkKey(exchange, context.apiKey);
    const fault = takeFault(context.faults, 'models');
    if (fault === null) return 'go on';
    if (fault.name === 'models-empty') return 'empty';
    playModelsFault(fault, exchange);
    return 'answered';
  }

  return [
    {
      methods: ['GET'],
      pattern: /^\/(?:v1|v1beta)\/models$/,
      handle(exchange) {
        const answer = begin(exchange);
        if (answer === 'answered') return;
        sendJson(exchange.response, 200, answer === 'empty' ? {} : page(exchange.url.searchParams));
      },
    },
    {
      methods: ['GET'],
      pattern: /^\/(?<version>v1|v1beta)\/models\/(?<model>[^/:]+)$/,
      handle(exchange) {
        const answer = begin(exchange);
        if (answer === 'answered') return;
        const { model = '', version = '' } = exchange.params;
        const found = models.find((each) => each.name === `models/${model}`);
        if (answer === 'empty' || found === undefined) throw unknownModel(model, version, 'getModel');
        sendJson(exchange.response, 200, found);
      },
    },
  ];
}

function page(query: URLSearchParams): unknown {
  const size = wholeNumber(query.get('pageSize') ?? '', 'page_size');
  const token = query.get('pageToken') ?? '';
  const decoded = Buffer.from(token, 'base64url').toString('latin1');
  const start = wholeNumber(token !== '' && decoded === '' ? token : decoded, 'page_token');
  const end = start + Math.min(size === 0 ? defaultPageSize : size, maxPageSize);
  const nextPageToken = Buffer.from(String(end), 'latin1').toString('base64url');
  return { models: models.slice(start, end), ...(end < models.length ? { nextPageToken } : {}) };
}

/** Zero when it is empty, as in a protocol buffer. */
function wholeNumber(text: string, field: string): number {
  if (!/^\d{0,9}$/.test(text)) throw invalidArgument(`* ListModelsRequest.${field}: invalid value`);
  return Number(text);
}
