// `npm run bench [-- --only launch,click --runs 7]`: how fast the app is, beside what it can be compared with.
import { runBench } from './run-bench.mjs';

await runBench('tests/bench/main.ts');
