import type { prompts as enPrompts } from './en-prompts.ts';
import { plural } from './fr-plural.ts';

export const prompts = {
  examples: 'Exemples',
  examplesHint: 'Exemples, vos modèles, prompts négatifs',
  title: 'Exemples et modèles',
  kind: 'Afficher',
  kinds: { example: 'Exemples', template: 'Mes modèles', negative: 'Prompts négatifs' },
  search: 'Rechercher',
  searchPlaceholder: {
    example: 'Chercher : pluie, dialogue, drone',
    template: 'Chercher dans vos modèles',
    negative: 'Chercher un prompt négatif',
  },
  list: 'Résultats',
  noneFound: (words) => `Rien ne contient « ${words} ».`,
  noTemplates: 'Pas encore de modèles',
  noTemplatesHint:
    'Gardez un prompt que vous utilisez souvent. Ce qui change va entre accolades : {ville=Lisbonne} est demandé à chaque fois.',
  settings: (aspectRatio, resolution, seconds) => `${aspectRatio} · ${resolution} · ${seconds} s`,
  negative: 'Prompt négatif',
  bring: 'À fournir',
  why: 'Pourquoi cela marche',
  use: 'Insérer',
  addNegative: 'Ajouter au prompt négatif',
  edit: 'Modifier',
  remove: 'Supprimer',
  removed: 'Modèle supprimé.',
  newTemplate: 'Nouveau modèle',
  import: 'Importer',
  export: 'Exporter',
  imported: (added, count, known, knownCount) =>
    [
      count === 0
        ? 'Aucun nouveau modèle.'
        : `${added} ${plural(count, 'modèle ajouté', 'modèles ajoutés')}.`,
      knownCount === 0 ? '' : `${known} déjà ${plural(knownCount, 'présent', 'présents')}.`,
    ]
      .filter((words) => words !== '')
      .join(' '),
  openedTitle: 'Ajouter ces modèles ?',
  openedFrom: (fileName) => `Du fichier « ${fileName} ».`,
  openedHint: (count, n, known, knownCount) =>
    knownCount === 0
      ? `${count} ${plural(n, 'modèle', 'modèles')}. Rien n’est ajouté sans votre accord.`
      : `${count} ${plural(n, 'modèle', 'modèles')}, dont ${known} déjà ${plural(knownCount, 'présent', 'présents')}. Rien n’est ajouté sans votre accord.`,
  openedMore: (count) => `Et ${count} de plus.`,
  openedAllKnown: 'Vous avez déjà tous ces modèles.',
  openedAdd: 'Ajouter les modèles',
  openedLeave: 'Ne pas ajouter',
  openedClose: 'Fermer',
  openedTrouble: 'Ces modèles ne peuvent pas être ajoutés',
  templateName: 'Nom',
  templatePrompt: 'Prompt, ce qui change entre {accolades}',
  withSettings: (settings) => `Avec les réglages du formulaire : ${settings}`,
  save: 'Enregistrer le modèle',
  cancel: 'Annuler',
  needed: 'À remplir d’abord.',
  fill: 'À remplir',
  inserted: 'Le prompt est dans le formulaire.',
  insertedWithImages: (images) => `Le prompt est dans le formulaire. Choisissez maintenant : ${images}`,
  negativeAdded: 'Ajouté au prompt négatif.',
  keys: '↑ ↓ choisir · Entrée insère · Échap ferme',
  noRecent: 'Il n’y a pas encore de prompts précédents.',
  recent: (position, count) => `Prompt précédent ${position} sur ${count}`,
} satisfies typeof enPrompts;
