/** Who hears of a change to an operation: the ledger, the desktop, the queue and the window. */
import type { Clock } from '../services/clock.ts';
import type { GenerationService } from '../services/generation/generation-service.ts';
import type { Asker } from '../services/generation/sources.ts';
import type { Log } from '../services/log.ts';
import type { MediaAhead } from '../services/media/media-ahead.ts';
import { createQueueView } from '../services/queue/queue-view.ts';
import type { QueueView } from '../services/queue/queue-view.ts';
import type { Sessions } from '../services/sessions.ts';
import { isAccepted } from '../storage/journal.ts';
import type { OperationRecord } from '../storage/records.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { DesktopManners } from './manners.ts';
import type { Money } from './money.ts';
import type { Stores } from './stores.ts';

export interface TellingDeps extends Money {
  stores: Pick<Stores, 'operations' | 'queue' | 'journal'>;
  clock: Clock;
  log: Log;
  window: Pick<StudioWindow, 'send'>;
  manners: Pick<DesktopManners, 'changed'>;
  /** The media window: made after this. */
  mediaAhead(): MediaAhead;
  /** The engine: made after this, as it tells of what it does. */
  generation(): GenerationService;
  sessions(): Pick<Sessions, 'touch'>;
  /** Who would ask the services now. */
  asker(): Asker;
  libraryChanged(): void;
}

export interface Telling {
  queueView: QueueView;
  /** An operation was written. Never throws: the engine calls this between its own steps. */
  changed(id: string): void;
  /** Others have other places in the queue. Never throws. */
  queueMoved(): void;
  /** What a budget or the number of clips at a time held may be sent now, or the other way round. */
  queueMayMove(): void;
}

export function createTelling(deps: TellingDeps): Telling {
  const { stores, log, window, spend, budget } = deps;
  const queueView = createQueueView({
    operations: stores.operations,
    rows: stores.queue,
    clock: deps.clock,
    asker: () => deps.asker(),
    hold: (operation) => budget.hold(operation),
    retryAt: (id) => deps.generation().retryAt(id),
    isCancelling: (id) => deps.generation().isCancelling(id),
    priceAgain: (operation) => deps.generation().priceAgain(operation),
    tellOperation: (operation) => {
      window.send('operationChanged', operation);
    },
    changed: (summary) => {
      window.send('queueChanged', summary);
    },
  });

  /** Those of this run that are in the journal. */
  const accepted = new Set<string>();
  function journal({ operation, upload, lastFrame, references }: OperationRecord): void {
    if (!isAccepted(operation) || accepted.has(operation.id)) return;
    try {
      stores.journal.accepted({ operation, upload, lastFrame, references });
      accepted.add(operation.id);
    } catch (error) {
      // It is in the database; the journal is only for when that is lost.
      log.warn('The journal could not be written', { id: operation.id, error });
    }
  }

  function tell(id: string): void {
    const record = stores.operations.find(id);
    if (record) journal(record);
    spend.record(id);
    if (!record) return;
    const { operation } = record;
    deps.manners.changed(operation);
    deps.mediaAhead().changed(operation);
    budget.follow(operation);
    if (operation.phase === 'queued') spend.touch();
    queueView.touch();
    deps.sessions().touch();
    if (operation.deletedAt !== null) return;
    const seen = queueView.view(record);
    queueView.told(seen);
    window.send('operationChanged', seen);
    deps.libraryChanged();
  }

  function queueMoved(): void {
    try {
      queueView.tellMoved();
    } catch (error) {
      log.error('Telling of the queue failed', { error });
    }
  }

  return {
    queueView,
    changed(id) {
      // What is told or booked must never keep the engine from its next step. The ledger is put right at the next start.
      try {
        tell(id);
      } catch (error) {
        log.error('Telling of a change failed', { id, error });
      }
    },
    queueMoved,
    queueMayMove() {
      queueMoved();
      spend.touch();
      deps.generation().wake();
    },
  };
}
