/** What keeps the app from starting, told apart as far as its user can do something about it. */
export type StartTrouble = 'full' | 'notWritable' | 'locked' | 'other';

const patterns: readonly [StartTrouble, RegExp][] = [
  ['full', /ENOSPC|EDQUOT|disk is full|SQLITE_FULL/i],
  ['notWritable', /EACCES|EPERM|EROFS|ENOTDIR|EIO|ENXIO|readonly|unable to open|disk I\/O error/i],
  ['locked', /database is locked|EBUSY|SQLITE_BUSY/i],
];

/** Reads the code of a system error, or SQLite's words: its errors have no code here. */
export function startTroubleOf(error: unknown): StartTrouble {
  if (!(error instanceof Error)) return 'other';
  const said = `${'code' in error ? String(error.code) : ''} ${error.message}`;
  return patterns.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}
