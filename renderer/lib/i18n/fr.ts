/** Every word of the window, in French. */
import {
  frenchCardShortcuts,
  frenchCommands,
  frenchGroups,
  frenchMissing,
} from '../../../preload/contract/french/command-words.ts';
import { frenchRule, frenchSeconds } from '../../../preload/contract/french/rules.ts';
import { frenchOf } from '../../../preload/contract/french/translate.ts';
import type { Dictionary } from './en.ts';
import { card, player, queue } from './fr-cards.ts';
import { compose, image } from './fr-compose.ts';
import { details } from './fr-details.ts';
import { doctor } from './fr-doctor.ts';
import { errors } from './fr-errors.ts';
import { firstRun } from './fr-first-run.ts';
import { help } from './fr-help.ts';
import { images } from './fr-images.ts';
import { library } from './fr-library.ts';
import { made } from './fr-made.ts';
import { models } from './fr-models.ts';
import { builder, enhance } from './fr-enhance.ts';
import { prompts } from './fr-prompts.ts';
import { recipes } from './fr-recipes.ts';
import { services } from './fr-services.ts';
import { sessions } from './fr-sessions.ts';
import { settings } from './fr-settings.ts';
import { spend } from './fr-spend.ts';
import { takes } from './fr-takes.ts';
import { updates } from './fr-updates.ts';
import { inFrench } from '../../../preload/contract/french/spaces.ts';

export const fr: Dictionary = inFrench({
  language: 'fr',
  said: frenchOf,
  rule: frenchRule,
  seconds: frenchSeconds,
  app: {
    name: 'Zoetrope',
    title: 'Zoetrope, studio vidéo',
    mode: 'Mode',
    image: 'Image',
    video: 'Vidéo',
    settings: 'Réglages',
    model: 'Modèle',
    customHost: (host) => `Via ${host}`,
    customHostExplained: 'Les demandes et la clé vont à cette adresse au lieu de Google',
    dismiss: 'Fermer',
    close: 'Fermer',
    retry: 'Réessayer',
    crashed: 'La fenêtre a rencontré un problème',
    crashedHint: 'Les clips en cours continuent. Votre prompt est gardé.',
    reload: 'Recharger la fenêtre',
  },
  banners: {
    label: 'Avis',
    demo: 'Démo',
    demoExplained:
      'Les clips sont dessinés sur cet ordinateur, en 1080p au plus, gratuits et avec un filigrane.',
    addKey: 'Ajouter une clé',
    unavailable: 'Rien ne peut être généré pour l’instant',
    openSettings: 'Ouvrir les réglages',
    notices: {
      settings_reset:
        'Les réglages n’ont pas pu être lus : Zoetrope a démarré avec des réglages neufs. L’ancien fichier a été gardé à côté.',
      key_unreadable:
        'La clé enregistrée n’a pas pu être déverrouillée. Ajoutez-la de nouveau dans les réglages.',
      settings_restored:
        'Les réglages n’ont pas pu être lus : la copie de ce qui avait été enregistré en dernier a pris leur place. L’ancien fichier a été gardé à côté.',
      database_problem: recipes.setUpAnew,
      database_restored: recipes.setUpAnew,
      database_damaged:
        'La liste des clips est abîmée. Fermez Zoetrope et rouvrez-le : elle est alors remise en ordre à partir de sa dernière copie. Vos clips sont toujours dans le dossier de bibliothèque.',
      trash_failed:
        'Un clip supprimé n’a pas pu aller dans la corbeille : son fichier est toujours dans le dossier de bibliothèque.',
      window_crashed:
        'La fenêtre a planté et a été rechargée. Les clips en cours ont continué, et rien n’a été envoyé ni facturé deux fois. Ce que vous aviez écrit est revenu ; les images du formulaire sont à ajouter de nouveau.',
      window_hung:
        'La fenêtre ne répondait plus et a été rechargée. Les clips en cours ont continué, et rien n’a été envoyé ni facturé deux fois. Ce que vous aviez écrit est revenu ; les images du formulaire sont à ajouter de nouveau.',
      graphics_lost:
        'La carte graphique de cet ordinateur a échoué plusieurs fois. Rien n’est perdu. À partir du prochain démarrage et pendant une semaine, Zoetrope dessine sans elle ; une mise à jour de son pilote peut aider.',
    },
  },
  compose,
  prompts,
  enhance,
  builder,
  image,
  firstRun,
  gallery: {
    clearFinished: 'Vider les terminés',
    emptyTitle: 'Mettez quelque chose en mouvement',
    emptyBody:
      'Écrivez ce qui doit se passer, ou déposez une image n’importe où pour l’animer. Le clip apparaît ici et dans votre dossier de bibliothèque.',
    examplesLabel: 'Partir d’un exemple',
    examples: [
      'De la vapeur monte d’une bouilloire en cuivre dans une cuisine sombre, le premier soleil glisse sur le mur, lent travelling avant, doux crépitement du poêle',
      'Un cerf-volant en papier perce des nuages bas au-dessus de falaises vertes, la caméra en fait une fois le tour, vent et ressac au loin',
      'Macro d’encre qui s’épanouit dans un verre d’eau, fond noir, ralenti, bourdonnement grave',
      'Un train de nuit traverse une petite gare enneigée, les fenêtres chaudes défilent, un chien lève la tête, caméra fixe à hauteur de quai',
    ],
  },
  card,
  player,
  queue,
  toasts: {
    label: 'Messages',
    deleted: (count, value) => (value === 1 ? 'Supprimé.' : `${count} supprimés.`),
    undo: 'Annuler',
    restored: 'Il est de retour.',
    nothingToClear: 'Rien n’a encore pris fin.',
    notRestored: 'Il n’a pas pu être rétabli',
    saved: 'Enregistré',
  },
  announce: {
    begun: (prompt) => `En cours : ${prompt}.`,
    completed: (prompt) => `Terminé : ${prompt}.`,
    failed: (prompt, why) => `Échec : ${prompt}. ${why}`,
    title: (title) => `${title}.`,
    manyBegun: (count) => `${count} en cours.`,
    manyCompleted: (count) => `${count} terminés.`,
    manyFailed: (count) => `${count} échoués.`,
  },
  settings,
  spend,
  help,
  images,
  library,
  made,
  models,
  details,
  recipes,
  services,
  sessions,
  takes,
  updates,
  commands: {
    labels: frenchCommands,
    groups: frenchGroups,
    missing: frenchMissing,
    cards: frenchCardShortcuts,
    cardsTitle: 'Dans la galerie',
    keys: { shift: 'Maj', enter: 'Entrée' },
    search: 'Que voulez-vous faire ?',
    none: 'Aucune commande n’a ces lettres.',
  },
  doctor,
  errors,
} satisfies Dictionary);
