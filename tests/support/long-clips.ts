/** Sample clips of any length: what the emulator has none of is made by playing a shorter one again and again. */
import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import type { EncodedPacket, InputTrack } from 'mediabunny';
import type { ClipSource } from '../../emulator/clips.ts';

const longestSample = 8;

/** The clips of `source`; those over 8 s are as long as they were asked for. */
export function longClips(source: ClipSource): ClipSource {
  return {
    async clip(request) {
      const sample = await source.clip(request);
      return request.durationSeconds <= longestSample ? sample : repeated(sample, request.durationSeconds);
    },
  };
}

async function repeated(sample: Uint8Array, seconds: number): Promise<Buffer> {
  using input = new Input({ source: new BufferSource(new Uint8Array(sample)), formats: ALL_FORMATS });
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const length = await input.computeDuration();
  const codec = (await video?.getCodec()) ?? null;
  const soundCodec = (await audio?.getCodec()) ?? null;
  if (video === null || codec === null) throw new Error('There is no picture in the sample.');
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat(), target });
  const pictures = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(pictures);
  const sounds = soundCodec === null ? null : new EncodedAudioPacketSource(soundCodec);
  if (sounds !== null) output.addAudioTrack(sounds);
  await output.start();
  const pictureConfig = await video.getDecoderConfig();
  for await (const packet of again(video, length, seconds)) {
    await pictures.add(packet, pictureConfig === null ? {} : { decoderConfig: pictureConfig });
  }
  if (audio !== null && sounds !== null) {
    const soundConfig = await audio.getDecoderConfig();
    for await (const packet of again(audio, length, seconds)) {
      await sounds.add(packet, soundConfig === null ? {} : { decoderConfig: soundConfig });
    }
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('The clip was not written.');
  return Buffer.from(target.buffer);
}

/** The packets of a track of `length` seconds, over and over until `seconds` are full. */
async function* again(track: InputTrack, length: number, seconds: number): AsyncGenerator<EncodedPacket> {
  for (let from = 0; from < seconds; from += length) {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      const timestamp = from + packet.timestamp;
      if (timestamp < seconds) yield packet.clone({ timestamp });
    }
  }
}
