import { readFile, readdir } from 'node:fs/promises';

/** `share` of the values are no greater than this one: 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function readOr(file: string, otherwise: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // The process ended meanwhile, or this system tells nothing of it.
    return otherwise;
  }
}

async function treeOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const children = await Promise.all(tasks.map((task) => readOr(`/proc/${pid}/task/${task}/children`, '')));
  const pids = children.join(' ').split(/\s+/).filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(pids.map(treeOf))).flat()];
}

/** What a process and all its children hold in memory, shared parts counted once, in MB. Linux only; else NaN. */
export async function memoryOf(pid: number): Promise<number> {
  const parts = await Promise.all(
    (await treeOf(pid)).map(async (one) => {
      const match = /^Pss:\s+(\d+) kB/m.exec(await readOr(`/proc/${one}/smaps_rollup`, ''));
      return match?.[1] === undefined ? Number.NaN : Number(match[1]);
    }),
  );
  const known = parts.filter((part) => !Number.isNaN(part));
  return known.length === 0 ? Number.NaN : known.reduce((sum, part) => sum + part, 0) / 1024;
}
