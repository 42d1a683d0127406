import type { recipes as enRecipes } from './en-recipes.ts';
import { clips, plural } from './fr-plural.ts';

export const recipes = {
  restored: (when) => `La liste des clips était abîmée. La copie du ${when} a pris sa place.`,
  setUpAnew: 'La liste des clips était abîmée et a été refaite.',
  looking: 'Recherche de clips dans votre dossier de bibliothèque…',
  cameBack: (count, value) =>
    plural(
      value,
      `${count} clip est revenu de votre dossier de bibliothèque.`,
      `${count} clips sont revenus de votre dossier de bibliothèque.`,
    ),
  noneCameBack: 'Vos clips sont toujours dans le dossier de bibliothèque.',
  followed: (count, value) =>
    value === 1
      ? `${count} clip en cours est de nouveau suivi.`
      : `${count} clips en cours sont de nouveau suivis.`,
  mayBeMissing:
    'Des demandes faites après la copie peuvent manquer : regardez votre consommation chez Google avant d’en renvoyer une.',
  rebuild: 'Reconstruire la bibliothèque depuis le dossier',
  rebuildLink: 'Reconstruire depuis le dossier…',
  rebuildHint:
    'Parcourt le dossier de bibliothèque et reprend chacun de vos clips qui manque ici, avec son prompt et sa session. Rien n’est retiré.',
  rebuilding: (done, total) => `${done} fichiers sur ${total}`,
  begin: 'Reconstruire',
  cancel: 'Annuler',
  cancelled: 'Arrêté avant la fin.',
  added: (count, value) => `${clips(count, value)} ${plural(value, 'ajouté', 'ajoutés')}`,
  relinked: (count, value) =>
    `${clips(count, value)} ${plural(value, 'retrouvé', 'retrouvés')} à un autre endroit`,
  known: (count, value) => `${clips(count, value)} déjà ici`,
  foreign: (count, value) =>
    plural(
      value,
      `${count} fichier ne vient pas de Zoetrope`,
      `${count} fichiers ne viennent pas de Zoetrope`,
    ),
  unreadable: (count, value) => `${count} ${plural(value, 'fichier illisible', 'fichiers illisibles')}`,
  nothing: 'Il n’y a pas de fichiers MP4 dans le dossier de bibliothèque.',
  taken: 'Les réglages de ce clip sont dans le formulaire.',
  imageIsGone: 'Une de ses images n’est plus sur cet ordinateur : ajoutez-la de nouveau.',
  unknownSettings: (names) => `Cette version ne connaît pas ${names} ; le reste a été repris.`,
  model: (id) => `le modèle ${id}`,
  notAMovie: (name) => `« ${name} » n’a pas pu être lu comme une vidéo. Rien n’a changé.`,
} satisfies typeof enRecipes;
