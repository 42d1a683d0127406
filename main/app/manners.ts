/** Wires what the engine tells to the desktop: notifications, progress at the icon, staying awake. */
import type { BrowserWindow } from 'electron';
import type { Clock } from '../services/clock.ts';
import { createDeadlines } from '../services/manners/deadlines.ts';
import { createManners } from '../services/manners/manners.ts';
import type { MainWords } from '../words/en.ts';
import type { OperationRows } from '../storage/operation-rows.ts';
import type { OperationRow, OperationRecord } from '../storage/records.ts';
import { createNotifications } from './notifications.ts';
import { createPower } from './power.ts';
import { createProgress } from './progress.ts';

export interface DesktopMannersDeps {
  clock: Clock;
  underWay: readonly OperationRecord[];
  operations: Pick<OperationRows, 'inPhase' | 'update'>;
  window: { current(): BrowserWindow | null };
  /** Brings the window up and shows these operations in it. */
  show(operationIds: string[]): void;
  wantsNotifications(): boolean;
  words(): MainWords;
}

export interface DesktopManners {
  changed(operation: OperationRow): void;
  /** Looks after what the service deletes soon, from here on. */
  watchDeadlines(): void;
  windowOpened(): void;
  /** The app is about to end: nothing is told any more. */
  silence(): void;
  /** The work has ended: the computer may sleep. */
  release(): void;
}

export function createDesktopManners(deps: DesktopMannersDeps): DesktopManners {
  const { window } = deps;
  const progress = createProgress(() => window.current());
  const keepAwake = createPower();
  const notify = createNotifications((operationIds) => {
    deps.show(operationIds);
  });
  const deadlines = createDeadlines({
    operations: deps.operations,
    clock: deps.clock,
    words: () => deps.words(),
    // Also to one who looks at the window: the card may be far away.
    notify(words, operationIds) {
      if (deps.wantsNotifications()) notify(words, operationIds);
    },
  });
  const manners = createManners({
    clock: deps.clock,
    words: () => deps.words(),
    underWay: deps.underWay.map(({ operation }) => operation),
    isAway() {
      const current = window.current();
      return !current?.isFocused() || current.isMinimized();
    },
    isWanted: () => deps.wantsNotifications(),
    notify,
    workChanged({ making, needsPower }) {
      progress.show(making);
      keepAwake(needsPower);
    },
  });
  return {
    changed: (operation) => {
      manners.changed(operation);
    },
    windowOpened: () => {
      progress.showAgain();
    },
    watchDeadlines: () => {
      deadlines.start();
    },
    silence: () => {
      deadlines.stop();
      manners.silence();
    },
    release() {
      progress.show(0);
      keepAwake(false);
    },
  };
}
