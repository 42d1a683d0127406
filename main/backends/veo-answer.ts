/** What an operation's answer says of its clip, for both services that have Veo. */
import type { GenerateVideosOperation } from '@google/genai';
import { blocked, emptyResult, failedByService } from './outcomes.ts';
import type { PollOutcome } from './video-backend.ts';

/** As a poll ends, or the clip itself when it came inside the answer. */
export type VeoEnd = PollOutcome | { kind: 'bytes'; data: Uint8Array };

export function readVeoOperation(operation: GenerateVideosOperation): VeoEnd {
  if (operation.done !== true) return { kind: 'pending' };
  if (operation.error) {
    const words = operation.error['message'];
    return failedByService(typeof words === 'string' ? words : '');
  }
  const video = operation.response?.generatedVideos?.[0]?.video;
  if (video?.uri) return { kind: 'done', videoUri: video.uri };
  if (video?.videoBytes) return { kind: 'bytes', data: Buffer.from(video.videoBytes, 'base64') };
  const reasons = operation.response?.raiMediaFilteredReasons ?? [];
  if (reasons.length > 0 || (operation.response?.raiMediaFilteredCount ?? 0) > 0) {
    return blocked(reasons.join(' ').trim());
  }
  return emptyResult();
}
