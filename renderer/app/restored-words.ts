import type { Restored } from '../../preload/contract/domain.ts';
import type { Format } from '../lib/format.ts';
import type { Dictionary } from '../lib/i18n/text.ts';

/** How the library came back after its database was damaged, and what the user has to look after. Pure. */
export function restoredWords(
  { backupAt, clips, followed }: Restored,
  text: Dictionary,
  format: Format,
): string {
  const { recipes } = text;
  const cameBack =
    clips === null
      ? recipes.looking
      : clips > 0
        ? recipes.cameBack(format.number(clips), clips)
        : backupAt === null
          ? recipes.noneCameBack
          : null;
  return [
    backupAt === null ? recipes.setUpAnew : recipes.restored(format.moment(backupAt)),
    cameBack,
    followed > 0 ? recipes.followed(format.number(followed), followed) : null,
    recipes.mayBeMissing,
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}
