/** Wires what the engine tells to the desktop: notifications, progress at the icon, staying awake. */
import type { BrowserWindow } from 'electron';
import type { Clock } from '../services/clock.ts';
import { createManners } from '../services/manners/manners.ts';
import type { OperationRow, OperationRecord } from '../storage/records.ts';
import { createNotifications } from './notifications.ts';
import { createPower } from './power.ts';
import { createProgress } from './progress.ts';

export interface DesktopMannersDeps {
  clock: Clock;
  underWay: readonly OperationRecord[];
  window: { current(): BrowserWindow | null };
  /** Brings the window up and shows these operations in it. */
  show(operationIds: string[]): void;
  wantsNotifications(): boolean;
}

export interface DesktopManners {
  changed(operation: OperationRow): void;
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
  const manners = createManners({
    clock: deps.clock,
    underWay: deps.underWay.map(({ operation }) => operation),
    isAway() {
      const current = window.current();
      return !current?.isFocused() || current.isMinimized();
    },
    isWanted: () => deps.wantsNotifications(),
    notify: createNotifications((operationIds) => {
      deps.show(operationIds);
    }),
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
    silence: () => {
      manners.silence();
    },
    release() {
      progress.show(0);
      keepAwake(false);
    },
  };
}
