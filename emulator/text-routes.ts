/** The text models of the Gemini API: `:generateContent` with words in and words out. */
import { invalidArgument, retiredModel, sendJson } from './answers.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { cut, readJson } from './exchange.ts';
import { playCreateFault, sendBrokenJson } from './fault-answers.ts';
import { takeFault } from './faults.ts';
import { checkKey } from './keys.ts';
import type { Fields } from './veo-fields.ts';
import { isFields, malformedJson } from './veo-fields.ts';

const defaultHangSeconds = 60;
/** As Google counts them, roughly. */
const charactersOfToken = 4;

/** @param context shared by all wires */
export function textRoutes(context: EmulatorContext): Route[] {
  return [
    {
      methods: ['POST'],
      pattern:
        /^\/(?:v1|v1beta)\/models\/(?<model>gemini-3\.8-flash|gemini-3\.1-flash-lite):generateContent$/,
      handle: (exchange) => answer(exchange, context),
    },
  ];
}

async function answer(exchange: Exchange, context: EmulatorContext): Promise<void> {
  if (takeFault(context.faults, 'connect') !== null) {
    cut(exchange);
    return;
  }
  const body = await readJson(exchange);
  checkKey(exchange, context.keys);
  const { model = '' } = exchange.params;
  if (context.retired.includes(model)) throw retiredModel(model);
  if (!isFields(body)) throw malformedJson();
  const refusal = takeFault(context.faults, 'create');
  if (refusal !== null) playCreateFault(refusal, model);
  const asked = textOf(body['contents']);
  if (asked === '') throw invalidArgument('* GenerateContentRequest.contents: contents is not specified');

  // From here on it is made, and billed.
  const after = takeFault(context.faults, 'created');
  switch (after?.name) {
    case 'cut-create':
      cut(exchange);
      return;
    case 'malformed-create':
      sendBrokenJson(exchange, '{"candidates": [{"content": {"par');
      return;
    case 'hang-create':
      await context.sleep((after.seconds ?? defaultHangSeconds) * 1000);
      break;
    default:
  }
  sendJson(exchange.response, 200, response(model, asked, body));
}

function response(model: string, asked: string, body: Fields): unknown {
  const config = isFields(body['generationConfig']) ? body['generationConfig'] : {};
  const isJson = config['responseMimeType'] === 'application/json';
  const text = isJson ? JSON.stringify({ versions: versionsOf(asked) }) : asked;
  const promptTokenCount = tokens(`${textOf(body['systemInstruction'])}${asked}`);
  const candidatesTokenCount = tokens(text);
  const thoughtsTokenCount = 100;
  return {
    candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
    usageMetadata: {
      ...{ promptTokenCount, candidatesTokenCount, thoughtsTokenCount },
      totalTokenCount: promptTokenCount + candidatesTokenCount + thoughtsTokenCount,
    },
    modelVersion: model,
  };
}

const tokens = (text: string) => Math.ceil(text.length / charactersOfToken);

/** What a model might make of a prompt, the same each time. */
function versionsOf(prompt: string): unknown {
  const words = prompt.replace(/[.\s]+$/, '');
  return [
    { change: 'Camera and lens', prompt: `${words}. Slow push in at eye level, 50mm lens.` },
    {
      change: 'Light',
      prompt: `At dusk, ${words.charAt(0).toLowerCase()}${words.slice(1)}, lit by one warm lamp.`,
    },
    { change: 'Sound', prompt: `${words}. Sound: rain on a roof, a distant train, no music.` },
  ];
}

/** All text of one content or of a list of them. */
function textOf(contents: unknown): string {
  const list: unknown[] = Array.isArray(contents) ? contents : [contents];
  return list
    .flatMap((content): unknown[] => {
      const parts: unknown = isFields(content) ? content['parts'] : null;
      return Array.isArray(parts) ? parts : [];
    })
    .flatMap((part) => (isFields(part) && typeof part['text'] === 'string' ? [part['text']] : []))
    .join('\n');
}
