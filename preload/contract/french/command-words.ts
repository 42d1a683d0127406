/** What commands are called, in French. */
import type { CardShortcut, CommandGroup, CommandId } from '../commands.ts';

export const frenchCommands: Record<CommandId, string> = {
  newSession: 'Nouvelle session…',
  openSession: 'Ouvrir une session…',
  allSessions: 'Afficher toutes les sessions',
  exportCsv: 'Exporter les dépenses en CSV…',
  settings: 'Réglages…',
  generate: 'Générer',
  writePrompt: 'Écrire le prompt',
  chooseModel: 'Choisir le modèle…',
  showQueue: 'Voir la file d’attente',
  pauseQueue: 'Suspendre ou reprendre la file',
  search: 'Chercher des clips',
  showClips: 'Aller aux clips',
  clearFinished: 'Vider les terminés',
  undoDelete: 'Annuler la suppression',
  imageMode: 'Image',
  videoMode: 'Vidéo',
  spend: 'Dépenses et tarifs…',
  themeSystem: 'Thème du système',
  themeDark: 'Thème sombre',
  themeLight: 'Thème clair',
  palette: 'Toutes les commandes…',
  shortcuts: 'Raccourcis clavier',
  pricing: 'Tarifs de Google',
  videoGuide: 'Guide vidéo de Google',
};

export const frenchGroups: Record<CommandGroup, string> = {
  file: 'Fichier',
  make: 'Création',
  clips: 'Clips',
  view: 'Affichage',
  help: 'Aide',
};

export const frenchCardShortcuts: Record<CardShortcut, string> = {
  move: 'D’un clip à l’autre',
  range: 'Sélectionner au passage',
  select: 'Sélectionner',
  selectAll: 'Tout sélectionner',
  favourite: 'Favori',
  rate: 'Noter',
  details: 'Détails',
  clear: 'Annuler la sélection',
};
