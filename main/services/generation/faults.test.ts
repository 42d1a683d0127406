/**
 * The engine with the real backends, over HTTP, before an emulator that misbehaves: whatever happens on the way, one
 * create is billed and the clip comes, or its end is known. One table for every wire. docs/FAULTS.md names these tests.
 */
import { mkdir, readdir, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FaultSpec } from '../../../emulator/faults.ts';
import type { Phase } from '../../../preload/contract/domain.ts';
import type { ErrorCode } from '../../../preload/contract/error-codes.ts';
import type { SpendState } from '../../../preload/contract/spend.ts';
import { apiKey, token } from '../../backends/backends-bench.ts';
import { faultBench, wires } from './fault-bench.ts';
import { partFileOf } from './library-folder.ts';

interface Case {
  faults: FaultSpec[];
  ends: Phase;
  /** Requests that the service took on, each of which may be billed. */
  billed: number;
  code?: ErrorCode;
  /** What the ledger says in the end. */
  ledger: SpendState;
  /** Only where the clip comes from an address: what is inside an answer has none that could fail. */
  ofFiles?: true;
}

const faultTable: Record<string, Case> = {
  '429 with RetryInfo on a create': {
    faults: [{ name: 'rate-limit', count: 2, seconds: 5 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  '429 without anything on a create': {
    faults: [{ name: 'rate-limit-bare', count: 2 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  '500 on a create': {
    faults: [{ name: 'internal' }],
    ends: 'error',
    billed: 0,
    ledger: 'unknown',
    code: 'service_error',
  },
  '503 on a create, four times': {
    faults: [{ name: 'unavailable', count: 4 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  '503 on a create for ever': {
    faults: [{ name: 'unavailable' }],
    ends: 'error',
    billed: 0,
    ledger: 'not_charged',
    code: 'service_unavailable',
  },
  'a create whose answer is cut off': {
    faults: [{ name: 'cut-create' }],
    ends: 'unknown',
    billed: 1,
    ledger: 'unknown',
    code: 'unknown_outcome',
  },
  'a create whose answer is no JSON': {
    faults: [{ name: 'malformed-create' }],
    ends: 'unknown',
    billed: 1,
    ledger: 'unknown',
    code: 'unknown_outcome',
  },
  'a create that is cut before it is read': {
    faults: [{ name: 'refuse' }],
    ends: 'unknown',
    billed: 0,
    ledger: 'unknown',
    code: 'unknown_outcome',
  },
  'a key that is refused on a create': {
    faults: [{ name: 'bad-key' }],
    ends: 'error',
    billed: 0,
    ledger: 'not_charged',
    code: 'invalid_key',
  },
  'a prompt that the filter refuses on a create': {
    faults: [{ name: 'filtered-prompt' }],
    ends: 'blocked',
    billed: 0,
    ledger: 'not_charged',
    code: 'blocked',
  },
  '500 on polls': {
    faults: [{ name: 'poll-500', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  '503 on polls': {
    faults: [{ name: 'poll-503', count: 8 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'polls that are cut off': {
    faults: [{ name: 'poll-cut', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'polls that are no JSON': {
    faults: [{ name: 'poll-malformed', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'a key that is revoked while a clip is made': {
    faults: [{ name: 'poll-401', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'a key that is restricted while a clip is made': {
    faults: [{ name: 'poll-403', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'an operation that is not found at first': {
    faults: [{ name: 'poll-404', count: 3 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'an operation that is gone': {
    faults: [{ name: 'poll-404' }],
    ends: 'expired',
    billed: 1,
    ledger: 'unknown',
    code: 'expired',
  },
  '“Multiple authentication credentials received” on polls': {
    faults: [{ name: 'multiple-credentials', count: 2 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'done, with an error': {
    faults: [{ name: 'failed' }],
    ends: 'error',
    billed: 1,
    ledger: 'unknown',
    code: 'service_error',
  },
  'done, with nothing in it': {
    faults: [{ name: 'empty' }],
    ends: 'error',
    billed: 1,
    ledger: 'unknown',
    code: 'empty_result',
  },
  'done, but filtered': {
    faults: [{ name: 'blocked' }],
    ends: 'blocked',
    billed: 1,
    ledger: 'not_charged',
    code: 'blocked',
  },
  'a file that answers 404': {
    faults: [{ name: 'file-404' }],
    ends: 'expired',
    billed: 1,
    ledger: 'charged',
    ofFiles: true,
    code: 'expired',
  },
  'a file that answers 410': {
    faults: [{ name: 'file-410' }],
    ends: 'expired',
    billed: 1,
    ledger: 'charged',
    ofFiles: true,
    code: 'expired',
  },
  'downloads that end too soon': {
    faults: [{ name: 'download-truncated', count: 2 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'a download that is cut once': {
    faults: [{ name: 'download-cut-once' }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'a download that is no MP4': {
    faults: [{ name: 'not-mp4', count: 2 }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
  },
  'a download that leads to another origin': {
    faults: [{ name: 'redirect' }],
    ends: 'completed',
    billed: 1,
    ledger: 'charged',
    ofFiles: true,
  },
};

describe.each(wires)('$name', (wire) => {
  const bench = (faults: FaultSpec[] = [], options: { fetch?: typeof fetch } = {}) =>
    faultBench(wire, faults, options);
  const cases = Object.entries(faultTable).filter(
    ([, { ofFiles }]) => !ofFiles || wire.delivery !== 'inline',
  );

  describe('a fault of the service', () => {
    it.each(cases)('%s', async (_name, { faults, ends, billed, code, ledger: owed }) => {
      const { emulator, submit, reaches, row, library, ledger } = await bench(faults);
      const id = await submit();
      await reaches(id, ends);
      if (code !== undefined) expect(row(id)?.error?.code).toBe(code);
      // The emulator bills what it has taken on, whether its answer arrived or not.
      expect(emulator.creates()).toHaveLength(billed);
      expect(ledger(id)).toBe(owed);
      const files = await readdir(library).catch(() => []);
      expect(files).toHaveLength(ends === 'completed' ? 1 : 0);
      for (const request of emulator.redirected)
        expect(JSON.stringify(request)).not.toMatch(new RegExp(`${apiKey}|${token}`));
    });

    it('fields that nobody knows change nothing', async () => {
      const withMore: typeof fetch = async (input, init) => {
        const response = await fetch(input, init);
        if (response.headers.get('content-type')?.includes('json') !== true) return response;
        const body = (await response.json()) as Record<string, unknown>;
        return Response.json({ surprise: { deep: [1, null] }, ...body, warnings: ['new'] }, response);
      };
      const { emulator, submit, reaches } = await bench([], { fetch: withMore });
      await reaches(await submit(), 'completed');
      expect(emulator.creates()).toHaveLength(1);
    });

    it('an operation that is gone after a restart ends, and is not made again', async () => {
      const { emulator, engine, openEngine, submit, reaches, row } = await bench([{ name: 'slow' }]);
      const id = await submit();
      await reaches(id, 'processing');
      await engine.stop();
      emulator.setFaults([{ name: 'poll-404' }]);
      await openEngine().start();
      await reaches(id, 'expired');
      expect(row(id)?.error?.message).toContain('may have been charged');
      expect(emulator.creates()).toHaveLength(1);
    });
  });

  describe('a fault of the network', () => {
    const failing = (code: string) =>
      new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

    it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'CERT_HAS_EXPIRED'])(
      'a create that never left (%s) waits, and is sent once when it can be',
      async (code) => {
        let isDown = true;
        const { emulator, submit, reaches, row, until } = await bench([], {
          fetch: (input, init) => (isDown ? Promise.reject(failing(code)) : fetch(input, init)),
        });
        const id = await submit();
        await until(() => {
          expect(row(id)).toMatchObject({ phase: 'queued', error: { code: 'network' } });
        });
        isDown = false;
        await reaches(id, 'completed');
        expect(emulator.creates()).toHaveLength(1);
      },
    );

    it('ten minutes without any network while a clip is made', async () => {
      let isDown = false;
      const { emulator, submit, reaches, row, until, advance } = await bench([{ name: 'slow' }], {
        fetch: (input, init) => (isDown ? Promise.reject(failing('ENETDOWN')) : fetch(input, init)),
      });
      const id = await submit();
      await reaches(id, 'processing');
      isDown = true;
      await until(() => {
        expect(row(id)?.error?.code).toBe('network');
      });
      await advance(10 * 60_000);
      expect(row(id)?.phase).toBe('processing');
      emulator.setFaults([]);
      isDown = false;
      await reaches(id, 'completed');
      expect(row(id)?.error).toBeNull();
      expect(emulator.creates()).toHaveLength(1);
    });
  });

  describe('a fault of the disk', () => {
    it('a library folder that is gone: the clip waits at the service and comes when the folder is back', async () => {
      const { emulator, submit, reaches, row, library, until } = await bench();
      await reaches(await submit('the first one'), 'completed');
      // As a disk that is taken out: the folder goes with what it lies in.
      const disk = path.dirname(library);
      await rename(disk, `${disk}-unplugged`);
      const id = await submit('the second one');
      await until(() => {
        expect(row(id)).toMatchObject({ phase: 'downloading', error: { code: 'library_unavailable' } });
      });
      expect(row(id)?.readyAt).not.toBeNull();
      await rename(`${disk}-unplugged`, disk);
      await reaches(id, 'completed');
      expect(await readdir(library)).toHaveLength(2);
      expect(emulator.creates()).toHaveLength(2);
    });

    it('a file in the place of the library folder', async () => {
      const { submit, reaches, row, library, until } = await bench();
      await mkdir(path.dirname(library), { recursive: true });
      await writeFile(library, 'not a folder');
      const id = await submit();
      await until(() => {
        expect(row(id)).toMatchObject({ phase: 'downloading', error: { code: 'library_unavailable' } });
      });
      await rm(library);
      await reaches(id, 'completed');
    });

    it.runIf(process.platform === 'linux')(
      'a full disk: it is said, and the clip comes when there is room',
      async () => {
        const { emulator, submit, reaches, row, library, until } = await bench([
          { name: 'slow', seconds: 1 },
        ]);
        const id = await submit();
        await reaches(id, 'processing');
        // Everything that is written to this device ends with ENOSPC.
        await mkdir(library, { recursive: true });
        await symlink('/dev/full', partFileOf(library, id));
        await until(() => {
          expect(row(id)).toMatchObject({ phase: 'downloading', error: { code: 'disk_full' } });
        });
        await unlink(partFileOf(library, id));
        await reaches(id, 'completed');
        expect(emulator.creates()).toHaveLength(1);
      },
    );
  });
});
