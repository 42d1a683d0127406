/** What an MP4 shows and sounds like, and what it says of itself, read by a library that is not ours. */
import { createHash } from 'node:crypto';
import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import type { MetadataTags } from 'mediabunny';

/** Every packet of every track with its time and the hash of its bytes. Two files with the same play the same. */
export async function packetsOf(file: string): Promise<string[]> {
  using input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  const packets: string[] = [];
  for (const track of await input.getTracks()) {
    for await (const { data, timestamp, duration, type } of new EncodedPacketSink(track).packets()) {
      const hash = createHash('sha256').update(data).digest('hex');
      packets.push([track.id, type, timestamp, duration, data.length, hash].join(' '));
    }
  }
  return packets;
}

export async function tagsOf(file: string): Promise<MetadataTags> {
  using input = new Input({ source: new FilePathSource(file), formats: ALL_FORMATS });
  return await input.getMetadataTags();
}
