/** Images through the Gemini API (`generateContent`), with an API key. */
import type { Content, Part } from '@google/genai';
import { geminiClient } from './gemini-client.ts';
import type { GeminiAccess } from './gemini-client.ts';
import { readImageAnswer } from './image-answer.ts';
import type { ImageBackend, ImageOutcome, ImageRequest, ImageTurn } from './image-backend.ts';
import { sentOnce } from './sent-once.ts';
import type { StartImage } from './start-image.ts';

/** A large image of the largest model takes minutes; whoever hangs up earlier pays for what never arrives. */
const createTimeoutMs = 600_000;

const inline = ({ mimeType, data }: StartImage): Part => ({
  inlineData: { mimeType, data: Buffer.from(data).toString('base64') },
});

/** What was said earlier goes along whole, signatures included, so that the model knows what it made. */
function contentsOf({ prompt, images, answer }: ImageTurn): Content[] {
  const asked: Content = { role: 'user', parts: [...images.map(inline), { text: prompt }] };
  if (answer === null) return [asked];
  const parts = answer.parts.map(({ text, isImage, thoughtSignature }): Part => {
    const signature = thoughtSignature === undefined ? {} : { thoughtSignature };
    return isImage === true ? { ...inline(answer.image), ...signature } : { text: text ?? '', ...signature };
  });
  return [asked, { role: 'model', parts }];
}

/** Makes the backend for one key and base URL. */
export function createGeminiImages(access: GeminiAccess): ImageBackend {
  return {
    makeImage: ({ model, aspectRatio, size, turns }: ImageRequest): Promise<ImageOutcome> =>
      sentOnce(access.fetch, async (send): Promise<ImageOutcome> => {
        const client = await geminiClient({ ...access, fetch: send }, createTimeoutMs);
        const response = await client.models.generateContent({
          model,
          contents: turns.flatMap(contentsOf),
          config: {
            responseModalities: ['IMAGE'],
            imageConfig: { aspectRatio, ...(size === null ? {} : { imageSize: size }) },
          },
        });
        return readImageAnswer(response);
      }),
  };
}
