// `npm run bench:library [-- --sizes 10000,100000 --runs 7]`: how fast the app is over a large library.
import { runBench } from './run-bench.mjs';

await runBench('tests/bench/library.ts');
