import type { Dictionary } from './en.ts';
import { plural } from './fr-plural.ts';

export const help: Dictionary['help'] = {
  title: 'Aide',
  contents: 'Sommaire',
  search: 'Chercher dans l’aide',
  found: (count) => (count === 0 ? 'Rien trouvé' : `${count} ${plural(count, 'endroit', 'endroits')}`),
};
