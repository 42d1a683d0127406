/** A thread of its own: looks through a whole database, which may take seconds, and says what is wrong with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { whatIsWrong } from './storage/open-library.ts';

parentPort?.postMessage(whatIsWrong(workerData as string));
