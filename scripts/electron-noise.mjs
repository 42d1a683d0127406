import { StringDecoder } from 'node:string_decoder';
import { Transform } from 'node:stream';

/**
 * Chromium's complaints about a desktop that is not there: no D-Bus, no GPU. They mean nothing to the person who
 * started the app. Two spellings: `ERROR:bus.cc(407)]` and, in newer versions, `ERROR:dbus/bus.cc:408]`.
 */
const NOISE = new RegExp(
  '^\\[\\d+:(?:\\d+:)?\\d{4}/\\d{6}\\.\\d+:(?:ERROR|WARNING):' +
    '(?:[\\w/]+/)?(?:bus|object_proxy|viz_main_impl|gpu_process_host|gpu_channel_manager|command_buffer_proxy_impl|' +
    'gl_display|gl_factory|gl_surface_egl|angle_platform_impl|egl_util|vaapi_wrapper|gl_surface_presentation_helper)' +
    '\\.cc(?:\\(\\d+\\)|:\\d+)\\]',
);

/**
 * @param {string} line
 * @returns {boolean}
 */
export function isNoise(line) {
  return NOISE.test(line);
}

/**
 * Passes text on line by line, without the noise; nothing else is changed.
 * @returns {Transform}
 */
export function withoutNoise() {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return new Transform({
    transform(/** @type {Buffer} */ chunk, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split('\n');
      rest = lines.pop() ?? '';
      const kept = lines.filter((line) => !isNoise(line)).map((line) => `${line}\n`);
      if (kept.length > 0) this.push(kept.join(''));
      done();
    },
    flush(done) {
      rest += decoder.end();
      if (rest !== '' && !isNoise(rest)) this.push(rest);
      done();
    },
  });
}
