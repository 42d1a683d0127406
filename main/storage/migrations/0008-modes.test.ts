import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '../db.ts';
import { migrate, migrations } from '../migrate.ts';
import { createOperationRows } from '../operation-rows.ts';
import { testId, uploadRow } from '../test-bench.ts';
import { createUploadRows } from '../upload-rows.ts';

test('what was there is of a prompt, or of a first frame, and says nothing of the rest', () => {
  const db = openDb(':memory:');
  onTestFinished(() => {
    db.close();
  });
  migrate(db, () => undefined, migrations.slice(0, 7));
  createUploadRows(db).insert(uploadRow(7));
  for (const [number, uploadId] of [
    [1, null],
    [2, testId(7)],
  ] as const) {
    db.run(
      `INSERT INTO operations (id, service, model, prompt, aspect_ratio, resolution, duration, session_id, upload_id,
         estimated_usd, phase, queue_order, created_at)
       VALUES (:id, 'gemini', 'veo', 'a lion', '16:9', '720p', '8', 'first-session', :uploadId, 3.2, 'completed', 1, 1)`,
      { id: testId(number), uploadId },
    );
  }
  migrate(db, () => undefined);
  const operations = createOperationRows(db);
  const nothing = {
    ...{
      sourceId: null,
      extensions: 0,
      personGeneration: null,
      seed: null,
      audio: true,
      groupId: null,
      takes: null,
    },
  };
  expect(operations.find(testId(1))).toMatchObject({
    ...{
      operation: { mode: 'text', ...nothing },
      upload: null,
      lastFrame: null,
      references: [],
      hasSource: false,
    },
  });
  expect(operations.find(testId(2))).toMatchObject({
    ...{ operation: { mode: 'image', ...nothing }, upload: uploadRow(7), lastFrame: null },
  });
});
