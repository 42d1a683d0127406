// `npm run soak [-- --minutes 60]`: eight operations at a time, for as long as is said; fails where something grows.
import { runBench } from './run-bench.mjs';

await runBench('tests/soak/main.ts');
