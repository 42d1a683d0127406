/**
 * Images over the Gemini API: `:generateContent`, whose answer is the image. Sources: Google's documentation of image
 * generation, and answers as clients have reported them (finishReason and finishMessage of filters, thoughtSignature).
 */
import { randomBytes } from 'node:crypto';
import { invalidArgument, sendJson } from './answers.ts';
import type { Frame } from './clips.ts';
import type { EmulatorContext } from './context.ts';
import type { Exchange, Route } from './exchange.ts';
import { cut, readJson } from './exchange.ts';
import { playCreateFault, sendBrokenJson } from './fault-answers.ts';
import { refuseUnknownFaults, takeFault } from './faults.ts';
import type { FaultSpec } from './faults.ts';
import type { GenerationFlow } from './generation-flow.ts';
import { imagePixels } from './images.ts';
import type { ImageRequest, ImageSource } from './images.ts';
import { checkKey } from './keys.ts';
import { modelProblem } from './models.ts';
import { decodeBase64, fieldsOrEmpty, isFields, isImageType, malformedJson } from './veo-fields.ts';

const defaultHangSeconds = 60;
const ratios = ['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9'];
const longRatios = ['1:4', '4:1', '1:8', '8:1'];
const filterWords =
  "The model output could not be generated. This output contains sensitive words that violate Google's Responsible AI practices. Support code: 42876398.";

interface ModelShapes {
  ratios: readonly string[];
  sizes: readonly string[];
}

const shapes: Record<string, ModelShapes> = {
  'gemini-3.1-flash-image': { ratios: [...ratios, ...longRatios], sizes: ['512', '1K', '2K', '4K'] },
  'gemini-3-pro-image': { ratios, sizes: ['1K', '2K', '4K'] },
  'gemini-3.1-flash-lite-image': { ratios, sizes: ['1K'] },
};

interface Turn {
  role: string;
  text: string;
  images: Frame[];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function readTurn(value: unknown, at: number): Turn {
  const content = fieldsOrEmpty(value, `contents[${at}]`);
  const parts = listOf(content['parts']).map((part) => fieldsOrEmpty(part, `contents[${at}].parts`));
  const images = parts.flatMap((part, index): Frame[] => {
    const inline = part['inlineData'] ?? part['inline_data'];
    if (inline === undefined) return [];
    const { mimeType, mime_type: snake, data } = fieldsOrEmpty(inline, 'inline_data');
    const type = mimeType ?? snake;
    if (typeof type !== 'string' || !isImageType(type) || typeof data !== 'string') {
      throw invalidArgument('Unable to process input image. Please retry or report in the forum.');
    }
    return [{ mimeType: type, data: decodeBase64(data, `contents[${at}].parts[${index}].inline_data`) }];
  });
  const text = parts.flatMap(({ text: words }) => (typeof words === 'string' ? [words] : [])).join(' ');
  const role = typeof content['role'] === 'string' ? content['role'] : 'user';
  if (role !== 'user' && role !== 'model') {
    throw invalidArgument('Please use a valid role: user, model.');
  }
  return { role, text, images };
}

const turnsOf = (body: unknown): Turn[] =>
  listOf(isFields(body) ? body['contents'] : undefined).map(readTurn);

function promptOf(body: unknown): string {
  try {
    return turnsOf(body).at(-1)?.text ?? '';
  } catch {
    return '';
  }
}

function parse(body: unknown, { ratios: known, sizes }: ModelShapes, seed: number): ImageRequest {
  if (!isFields(body)) throw malformedJson();
  const turns = turnsOf(body);
  const asked = turns.at(-1);
  if (asked?.role !== 'user' || (asked.text.trim() === '' && asked.images.length === 0)) {
    throw invalidArgument('* GenerateContentRequest.contents: contents is not specified');
  }
  const config = fieldsOrEmpty(body['generationConfig'], 'generation_config');
  const image = fieldsOrEmpty(config['imageConfig'], 'image_config');
  const { aspectRatio = '1:1', imageSize = '1K' } = image;
  if (typeof aspectRatio !== 'string' || !known.includes(aspectRatio)) {
    throw invalidArgument(
      `Invalid value at 'generation_config.image_config.aspect_ratio': ${String(aspectRatio)}`,
    );
  }
  if (typeof imageSize !== 'string' || !sizes.includes(imageSize)) {
    throw invalidArgument(
      `Invalid value at 'generation_config.image_config.image_size': ${String(imageSize)}`,
    );
  }
  const before = turns.slice(0, -1).findLast(({ role }) => role === 'model')?.images ?? [];
  return {
    prompt: asked.text,
    ...imagePixels(aspectRatio, imageSize),
    images: [...before.slice(-1), ...asked.images],
    seed,
  };
}

function answerWith(model: string, parts: unknown[], candidate: object = { finishReason: 'STOP' }): unknown {
  return {
    candidates: [{ content: { role: 'model', ...(parts.length > 0 && { parts }) }, index: 0, ...candidate }],
    usageMetadata: { promptTokenCount: 12, candidatesTokenCount: parts.length > 0 ? 1120 : 0 },
    modelVersion: model,
    responseId: randomBytes(12).toString('base64url'),
  };
}

function faultAnswer(fault: FaultSpec, model: string): unknown {
  switch (fault.name) {
    case 'blocked':
      return answerWith(model, [], {
        finishReason: 'IMAGE_PROHIBITED_CONTENT',
        finishMessage: fault.reason ?? filterWords,
      });
    case 'empty':
      return answerWith(model, [], { finishReason: 'NO_IMAGE' });
    default:
      return answerWith(model, [{ text: fault.reason ?? 'I cannot make this image.' }]);
  }
}

/** @param context shared by all wires */
export function imagesRoutes(
  context: EmulatorContext,
  flow: Pick<GenerationFlow, 'faultsOfPrompt'>,
  images: ImageSource,
  delayMs: number,
): Route[] {
  let count = 0;

  async function generate(exchange: Exchange): Promise<void> {
    const { model = '', version = '' } = exchange.params;
    if (takeFault(context.faults, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const body = await readJson(exchange);
    const families = checkKey(exchange, context.keys);
    if (body === undefined) throw malformedJson();
    const own = flow.faultsOfPrompt(promptOf(body));
    if (takeFault(own, 'connect') !== null) {
      cut(exchange);
      return;
    }
    const faults = [...own, ...context.faults];
    const refusal = takeFault(faults, 'create');
    if (refusal !== null) playCreateFault(refusal, model);
    const problem = modelProblem({ families, retired: context.retired }, model, 'image', {
      version,
      method: 'generateContent',
    });
    if (problem !== null) throw problem;
    count += 1;
    const request = parse(body, shapes[model] ?? { ratios, sizes: ['1K'] }, count);
    refuseUnknownFaults(request.prompt);

    exchange.record.operation = `images/${count}`;
    const slow = takeFault(faults, 'waiting', exchange.record.operation);
    await context.sleep(delayMs + (slow === null ? 0 : (slow.seconds ?? defaultHangSeconds) * 1000));
    const after = takeFault(faults, 'created');
    if (after?.name === 'cut-create') {
      cut(exchange);
      return;
    }
    if (after?.name === 'malformed-create') {
      sendBrokenJson(exchange, '{"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/p');
      return;
    }
    if (after?.name === 'hang-create') {
      await context.sleep((after.seconds ?? defaultHangSeconds) * 1000);
    }
    const end = takeFault(faults, 'result', exchange.record.operation);
    if (end !== null) {
      sendJson(exchange.response, 200, faultAnswer(end, model));
      return;
    }
    const { mimeType, data } = await images.image(request);
    const inlineData = { mimeType, data: Buffer.from(data).toString('base64') };
    const thoughtSignature = randomBytes(48).toString('base64');
    sendJson(exchange.response, 200, answerWith(model, [{ inlineData, thoughtSignature }]));
  }

  return [
    {
      methods: ['POST'],
      pattern: /^\/(?<version>v1|v1beta)\/models\/(?<model>gemini-[\w.]+(?:-[\w.]+)*-image):generateContent$/,
      handle: generate,
    },
  ];
}
