/** What the routes of every wire are given. */
import type { ActiveFault } from './faults.ts';
import type { KeyRules } from './keys.ts';
import type { Operations } from './operations.ts';
import type { RecordedRequest } from './requests.ts';

export interface EmulatorContext {
  operations: Operations;
  keys: KeyRules;
  /** Models that the service has taken out of use; may be replaced. */
  retired: readonly string[];
  /** Whether people of all ages may be asked for; `adults-only` as in the EU, the UK, Switzerland and MENA. */
  region: 'open' | 'adults-only';
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
