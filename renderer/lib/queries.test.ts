import { QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { createQueryClient, heard } from './queries.ts';

const key = ['spend'];

/** Somebody looks at it: each question waits until the test answers. */
function bench() {
  const client = createQueryClient();
  const answers: ((value: object) => void)[] = [];
  const observer = new QueryObserver<object>(client, {
    queryKey: key,
    queryFn: () =>
      new Promise((resolve) => {
        answers.push(resolve);
      }),
  });
  onTestFinished(observer.subscribe(() => undefined));
  const answer = async (value: object): Promise<void> => {
    answers.shift()?.(value);
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { client, answers, answer, shown: () => observer.getCurrentResult().data };
}

test('an answer that was given before is not shown after what main told since', async () => {
  const { client, answer, shown } = bench();
  heard(client, key, { usd: 3.2 });
  expect(shown()).toEqual({ usd: 3.2 });
  await answer({ usd: 0 });
  expect(shown()).toEqual({ usd: 3.2 });
  await answer({ usd: 6.4 });
  expect(shown()).toEqual({ usd: 6.4 });
});

test('what main tells is not asked for again where nobody waits for an answer', async () => {
  const { client, answers, answer, shown } = bench();
  await answer({ usd: 0 });
  heard(client, key, { usd: 3.2 });
  expect(answers).toHaveLength(0);
  expect(shown()).toEqual({ usd: 3.2 });
});
