import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phases } from '../../preload/contract/domain.ts';
import { operationRow, testId, testTables } from './test-bench.ts';

const byName = <T extends { model: string; state: string }>(sums: readonly T[]): T[] =>
  [...sums].sort((one, other) => (one.model + one.state < other.model + other.state ? -1 : 1));

const step = fc.record({
  number: fc.integer({ min: 1, max: 5 }),
  phase: fc.constantFrom(...phases),
  estimatedUsd: fc.constantFrom(0, 0.1, 0.2, 1.6, 3.2),
});

test('the sum of all is the sum of the ledger, whatever happened to it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { operations, spend } = testTables();
      for (const { number, phase, estimatedUsd } of steps) {
        const id = testId(number);
        if (operations.find(id) === null) {
          operations.insert(
            operationRow(number, { service: 'gemini', model: `veo ${number % 2}`, phase, estimatedUsd }),
          );
        } else {
          operations.update(id, { phase, estimatedUsd });
        }
        spend.project(id, 1);
      }
      const inOneSession = spend.bySession().map(({ model, state, usd }) => ({ model, state, usd }));
      expect(byName(inOneSession)).toEqual(byName(spend.totals()));
      const round = byName(spend.sums(0, 1e15)).map((sum) => ({ ...sum, usd: Number(sum.usd.toFixed(6)) }));
      expect(byName(spend.totals())).toEqual(round);
    }),
    { numRuns: 60 },
  );
});
