/** Fills a data folder with a library of any size: rows, and posters that share one small file. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createClipRows } from '../../main/storage/clip-rows.ts';
import { openLibrary } from '../../main/storage/open-library.ts';
import { createOperationRows } from '../../main/storage/operation-rows.ts';
import { createLibraryRows } from '../../main/storage/library-rows.ts';
import { createSessionRows } from '../../main/storage/session-rows.ts';
import { noExtras } from '../../main/storage/records.ts';
import type { OperationRow } from '../../main/storage/records.ts';
import { createSpendRows } from '../../main/storage/spend-rows.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';

const subjects =
  `lion|red car|neon city|sleeping cat|old lighthouse|astronaut|robot in a factory|river in the mist|
woman with an umbrella|children on a beach|snowy peak|ancient temple|desert caravan|café at night|steam train|
hot-air balloon|honey dripping from a spoon|jellyfish|street market in Tokyo|violinist|野原を走る猫|奔跑的狮子|
달리는 말|wooden ship in a storm|field of sunflowers|hummingbird|glass skyscraper|paper boat|vintage telephone|
potter at the wheel|dancer in a red dress|wolf in the forest|koi pond|drone over a vineyard|chess game|comet`
    .replaceAll('\n', '')
    .split('|');
const doing =
  `walks slowly|glows in the dark|turns towards the camera|drifts past|is seen from above|melts into light|
rises over the horizon|is reflected in water|shakes in the wind|waits in the rain|moves in slow motion|opens`
    .replaceAll('\n', '')
    .split('|');
const looks =
  `golden hour|soft warm light|cold blue hour|35 mm film grain|anamorphic lens flare|shallow depth of field|
handheld|slow dolly in|crane shot|macro close-up|time-lapse clouds|volumetric fog|high contrast|pastel colours|
black and white|cinematic|documentary style|stop motion|isometric miniature|hyperrealistic|ambient sound of the sea`
    .replaceAll('\n', '')
    .split('|');

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function pick<T>(list: readonly T[], below: (limit: number) => number): T {
  const found = list[below(list.length)];
  if (found === undefined) throw new Error('Nothing to pick from');
  return found;
}

/** Hard links to one file: file systems allow some ten thousand of them. */
const linksOfOneFile = 20_000;

export async function seedLibrary(dataFolder: string, size: number, poster: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const below = chance(size + 1);
  const { db } = openLibrary(dataFolder);
  const operations = createOperationRows(db);
  const clips = createClipRows(db);
  const rows = createLibraryRows(db, () => []);
  const sessions = createSessionRows(db);
  const sessionIds = [firstSessionId];
  const now = Date.now();
  const ids: string[] = [];
  db.transaction(() => {
    for (let number = 1; number < Math.min(30, size / 20); number += 1) {
      const session = { id: randomUUID(), name: `Film ${number}`, createdAt: now, usedAt: now - number };
      sessions.insert({ ...session, selectedAt: null, archivedAt: null, removedAt: null });
      sessionIds.push(session.id);
    }
    for (let index = 0; index < size; index += 1) {
      const id = randomUUID();
      const createdAt = now - (size - index) * 900_000;
      const isFailed = below(25) === 0;
      const prompt = `${pick(subjects, below)} ${pick(doing, below)}, ${pick(looks, below)}, ${pick(looks, below)}. ${below(2) === 0 ? `Then a ${pick(subjects, below)} ${pick(doing, below)}.` : ''}`;
      const fileName = isFailed ? null : `2026-11-24 ${prompt.slice(0, 50).trim()} 8s 720p ${index}.mp4`;
      const row: OperationRow = {
        ...noExtras,
        id,
        service: 'gemini',
        model: below(4) === 0 ? 'veo-3.1-fast-generate-preview' : 'veo-3.1-generate-preview',
        prompt,
        medium: 'video',
        negativePrompt: below(5) === 0 ? 'blurry, low quality, text' : null,
        aspectRatio: below(3) === 0 ? '9:16' : '16:9',
        resolution: below(3) === 0 ? '1080p' : '720p',
        duration: pick(['4', '6', '8'] as const, below),
        sessionId: pick(sessionIds, below),
        uploadId: null,
        estimatedUsd: 3.2,
        phase: isFailed ? 'error' : 'completed',
        remoteName: `models/veo/operations/${index}`,
        remoteUri: null,
        readyAt: null,
        account: null,
        fileName,
        fileFolder: null,
        partEtag: null,
        deadlineToldAt: null,
        error: isFailed
          ? { code: 'service_error', message: 'The service had an internal error.', retryable: true }
          : null,
        queueOrder: index + 1,
        overAllowedAt: null,
        createdAt,
        submittedAt: createdAt,
        acceptedAt: createdAt,
        finishedAt: createdAt + 60_000,
        deletedAt: null,
      };
      operations.insert(row);
      if (below(10) === 0) rows.mark([id], { favourite: true, rating: 1 + below(5) });
      if (fileName === null) continue;
      ids.push(id);
      clips.insert({
        operationId: id,
        folder: path.join(dataFolder, 'library'),
        fileName,
        sizeBytes: 2_000_000,
        width: 1280,
        height: 720,
        durationSeconds: Number(row.duration),
        hasPoster: true,
        createdAt: createdAt + 60_000,
      });
    }
    createSpendRows(db).projectPiece(-1, size + 1, now);
  });
  db.close();

  const folder = path.join(dataFolder, 'posters');
  await mkdir(folder, { recursive: true });
  const jpeg = await readFile(poster);
  let first = '';
  for (const [index, id] of ids.entries()) {
    const file = path.join(folder, `${id}.jpg`);
    if (index % linksOfOneFile === 0) {
      first = file;
      await writeFile(file, jpeg);
    } else {
      await link(first, file);
    }
  }
}

/** Words as a user types them, one letter after the other. */
export const typed: readonly string[] = [
  'lion walks',
  'red car',
  'neon city rain',
  'slow motion',
  'cafe',
  'honey',
  'golden hour',
  'wolf forest',
  'time-lapse',
  '"shallow depth of field"',
  'jellyfish',
  'drone vineyard',
  'cinematic',
  'tokyo market',
  '猫',
  '狮子',
  'film 7 lion',
  'documentary hand',
  'macro close-up',
  '2026-11-24',
  'xylophone',
];
