import type { updates as enUpdates } from './en-updates.ts';

export const updates = {
  title: 'Nouvelles versions',
  newVersion: 'Nouvelle version',
  setting: 'Chercher les nouvelles versions une fois par jour',
  settingHint: 'Demande la liste des versions à github.com. Rien sur vous ni sur vos clips n’est envoyé.',
  notFromRelease:
    'Cette copie ne vient pas d’une version publiée : elle ne cherche pas les nouvelles versions.',
  check: 'Vérifier',
  checking: 'Vérification…',
  none: 'C’est la version la plus récente.',
  toDownload: (version) => `Zoetrope ${version} peut être téléchargé.`,
  toGet: (version) => `Zoetrope ${version} est sorti. Cette copie ne peut pas se remplacer elle-même.`,
  downloading: (version, percent) => `Téléchargement de Zoetrope ${version} : ${percent}`,
  ready: (version) => `Zoetrope ${version} est téléchargé.`,
  atQuit: (version) => `Zoetrope ${version} sera mis en place quand vous quitterez.`,
  download: 'Télécharger',
  openPage: 'Voir la page',
  restart: 'Redémarrer',
  later: 'Quand je quitte',
  skip: 'Pas cette version',
} satisfies typeof enUpdates;
