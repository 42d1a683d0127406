/** What an interaction's answer says of its clip. */
import { z } from 'zod';
import { blocked, emptyResult, failedByService, spendingLimitReached } from './outcomes.ts';
import type { PollOutcome } from './video-backend.ts';

/** As a poll ends, or the clip itself when it came inside the answer. */
export type InteractionEnd = PollOutcome | { kind: 'bytes'; data: Uint8Array };

const contentSchema = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  uri: z.string().optional(),
  data: z.string().optional(),
});

const interactionSchema = z.looseObject({
  status: z.string().optional(),
  steps: z
    .array(
      z.looseObject({ type: z.string().optional(), content: z.array(contentSchema).optional().catch([]) }),
    )
    .optional()
    .catch([]),
  errors: z
    .array(z.looseObject({ message: z.string().optional() }))
    .optional()
    .catch([]),
});

type Interaction = z.infer<typeof interactionSchema>;

const outputOf = ({ steps = [] }: Interaction) =>
  steps.filter(({ type }) => type === 'model_output').flatMap(({ content }) => content ?? []);

const wordsOf = ({ errors = [] }: Interaction) =>
  errors
    .map(({ message = '' }) => message)
    .join(' ')
    .trim();

/** The clip, if there is one: at an address before inside, since that is what was asked for. */
function clipOf(interaction: Interaction): InteractionEnd | null {
  const videos = outputOf(interaction).filter(({ type }) => type === 'video');
  const uri = videos.find((each) => each.uri)?.uri;
  if (uri) return { kind: 'done', videoUri: uri };
  const data = videos.find((each) => each.data)?.data;
  return data ? { kind: 'bytes', data: Buffer.from(data, 'base64') } : null;
}

/** Completed without a clip: text is the filter's refusal, nothing at all an error. */
function withoutClip(interaction: Interaction): PollOutcome {
  const text = outputOf(interaction)
    .map(({ text = '' }) => text)
    .join(' ')
    .trim();
  return text ? blocked(text) : emptyResult();
}

/**
 * Reads a poll's answer. The list of statuses is open: one that nobody knows is under way, so that no clip is given
 * up which may still come.
 */
export function readInteraction(answer: unknown): InteractionEnd {
  const interaction = interactionSchema.parse(answer);
  switch (interaction.status) {
    case 'completed':
      return clipOf(interaction) ?? withoutClip(interaction);
    case 'incomplete':
      return (
        clipOf(interaction) ?? failedByService(wordsOf(interaction) || 'It stopped before the clip was done.')
      );
    case 'failed':
      return failedByService(wordsOf(interaction));
    case 'cancelled':
      return failedByService('It was cancelled.');
    case 'budget_exceeded':
      return spendingLimitReached();
    case 'requires_action':
      return failedByService('It asks for something that Zoetrope cannot answer.');
    default:
      return { kind: 'pending' };
  }
}
