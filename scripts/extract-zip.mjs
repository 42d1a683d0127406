import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;
const STORED = 0;
const DEFLATED = 8;
/** Large pieces: with zlib's default of 16 KiB, unpacking an Electron takes twice as long. */
const CHUNK_BYTES = 1 << 20;

/**
 * Extracts the regular files of a zip archive whose bytes were verified as a whole: the checksums of its entries
 * are not looked at.
 *
 * A name that would lead out of the folder is an error (yauzl refuses `..`, absolute names and backslashes by
 * itself, the mapped name is checked again here); symbolic links and other special files are refused too.
 * @param {Buffer} zip the whole archive: read from a file, yauzl would fetch each of thousands of entries by itself
 * @param {string} directory must exist
 * @param {(name: string) => string | undefined} nameFor the path inside `directory` for an entry's name, or
 *   undefined to leave the entry out
 * @returns {Promise<void>}
 */
export async function extractZip(zip, directory, nameFor) {
  // Loaded here: a start that finds everything in place needs no zip library.
  const { default: yauzl } = await import('yauzl');
  const archive = await yauzl.fromBufferPromise(zip);
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const name = nameFor(entry.fileName);
    if (name === undefined) continue;
    if (entry.isEncrypted() || ![STORED, DEFLATED].includes(entry.compressionMethod)) {
      throw new Error(`${entry.fileName}: packed in a way that is not supported`);
    }
    const mode = entry.externalFileAttributes >>> 16;
    const type = mode & FILE_TYPE;
    if (type !== 0 && type !== REGULAR_FILE) throw new Error(`${entry.fileName}: not a regular file`);
    const target = pathInside(directory, name);
    await mkdir(path.dirname(target), { recursive: true });
    const executable = (mode & 0o111) !== 0;
    const packed = await archive.openReadStreamPromise(entry, { decodeFileData: false });
    const file = createWriteStream(target, { flags: 'wx', mode: executable ? 0o755 : 0o644 });
    if (entry.compressionMethod === STORED) await pipeline(packed, file);
    else await pipeline(packed, createInflateRaw({ chunkSize: CHUNK_BYTES }), file);
  }
}

/**
 * @param {string} directory
 * @param {string} name
 * @returns {string} the absolute path
 * @throws {Error} when the name leads out of the directory
 */
export function pathInside(directory, name) {
  const target = path.resolve(directory, name);
  const relative = path.relative(directory, target);
  if (
    relative === '' ||
    relative === '..' ||
    relative.startsWith(`..${path.sep}`) ||
    path.isAbsolute(relative)
  ) {
    throw new Error(`${name}: leads out of the folder`);
  }
  return target;
}
