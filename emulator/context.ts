/** What the routes of every wire are given. */
import type { ActiveFault } from './faults.ts';
import type { Operations } from './operations.ts';
import type { RecordedRequest } from './requests.ts';

export interface EmulatorContext {
  operations: Operations;
  /** The only good key; undefined when any is good. */
  apiKey: string | undefined;
  /** The faults set from outside, in the order in which they are tried. */
  faults: ActiveFault[];
  /** Newest last. */
  requests: RecordedRequest[];
  /** Base of the file URIs, without a slash at its end. */
  publicUrl: () => string;
  /** Address at a second origin that serves this file. */
  redirectUrl: (fileId: string) => Promise<string>;
  /** Waits, but not beyond the emulator's end. */
  sleep: (ms: number) => Promise<void>;
}
