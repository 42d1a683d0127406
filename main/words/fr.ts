/** The same in French. */
import { inFrench } from '../../preload/contract/french/spaces.ts';
import { frenchCommands, frenchGroups } from '../../preload/contract/french/command-words.ts';
import { frenchOf } from '../../preload/contract/french/translate.ts';
import type { MainWords } from './en.ts';

/** Zero and one take the singular. */
const either = (number: number, one: string, many: string): string => (number < 2 ? one : many);

/** `e` is the ending of the feminine. */
function told({ a, your, one, many, e }: Record<'a' | 'your' | 'one' | 'many' | 'e', string>) {
  return {
    ended: {
      completed: `${your} est prêt${e}`,
      unknown: `${a} attend votre décision`,
      blocked: `${a} a été bloqué${e}`,
      expired: `${a} a expiré`,
      error: `${a} a échoué`,
    },
    ready: (number: number) => `${number} ${many} sont prêt${e}s`,
    others: (number: number) => `${number} ${many} sont à regarder`,
    both: (ready: number, others: number) =>
      `${either(ready, `${ready} ${one} est prêt${e}`, `${ready} ${many} sont prêt${e}s`)}, ${others} à regarder`,
  };
}

export const fr: MainWords = inFrench({
  said: frenchOf,
  firstSession: 'Première session',
  closing: {
    close: 'Fermer',
    quit: 'Quitter',
    closeTitle: 'Fermer Zoetrope ?',
    quitTitle: 'Quitter Zoetrope ?',
    keepOpen: 'Laisser ouvert',
    dontAskAgain: 'Ne plus demander',
    making: (number) =>
      either(
        number,
        `${number} clip est en cours. Sa création continue chez le service ; Zoetrope le récupère au prochain démarrage (le service le garde deux jours).`,
        `${number} clips sont en cours. Leur création continue chez le service ; Zoetrope les récupère au prochain démarrage (le service les garde deux jours).`,
      ),
    images: (number) =>
      either(
        number,
        `${number} image est en cours. Elle arrive dans la réponse du service, que Zoetrope attend une minute : ce qui arrive plus tard est facturé et perdu. Mieux vaut laisser Zoetrope ouvert jusqu’à son arrivée.`,
        `${number} images sont en cours. Elles arrivent dans la réponse du service, que Zoetrope attend une minute : ce qui arrive plus tard est facturé et perdu. Mieux vaut laisser Zoetrope ouvert jusqu’à leur arrivée.`,
      ),
    demo: (number) =>
      either(
        number,
        `${number} clip de démo est en cours de dessin. Il continue au prochain démarrage.`,
        `${number} clips de démo sont en cours de dessin. Ils continuent au prochain démarrage.`,
      ),
    queued: (number, isPaused) =>
      `${either(number, `${number} clip attend`, `${number} clips attendent`)} d’être ${either(number, 'envoyé', 'envoyés')}, ${isPaused ? 'jusqu’à la reprise de la file' : 'au prochain démarrage'}. Rien n’est facturé avant.`,
  },
  window: {
    reload: 'Recharger',
    quit: 'Quitter',
    wait: 'Attendre',
    crashed: 'La fenêtre a planté de nouveau',
    crashedDetail:
      'Rien n’est perdu. Les clips en cours continuent, et rien n’est envoyé ni facturé une nouvelle fois. Recharger affiche la fenêtre à neuf ; Quitter ferme Zoetrope, qui reprend les clips en cours au prochain démarrage.',
    hung: 'La fenêtre ne répond pas',
    hungDetail:
      'Les clips en cours continuent, et rien n’est envoyé ni facturé une nouvelle fois. Vous pouvez attendre, ou recharger la fenêtre : ce que vous avez écrit revient, les images du formulaire sont à ajouter de nouveau.',
  },
  notices: {
    video: told({ a: 'Un clip', your: 'Votre clip', one: 'clip', many: 'clips', e: '' }),
    image: told({ a: 'Une image', your: 'Votre image', one: 'image', many: 'images', e: 'e' }),
    mixed: told({ a: 'Une création', your: 'Votre création', one: 'création', many: 'créations', e: 'e' }),
    deadline: (number) =>
      either(
        number,
        'Le service va bientôt supprimer un clip',
        `Le service va bientôt supprimer ${number} clips`,
      ),
    notSaved: 'Il n’est pas encore enregistré sur cet ordinateur.',
  },
  dialogs: {
    downloadClip: 'Télécharger le clip',
    downloadClips: 'Télécharger les clips',
    movie: 'Vidéo MP4',
    exportCsv: 'Exporter en CSV',
    exportTemplates: 'Exporter les modèles de prompt',
    importTemplates: 'Importer des modèles de prompt',
    templates: 'Modèles Zoetrope',
    libraryFolder: 'Dossier de bibliothèque',
  },
  menu: {
    groups: frenchGroups,
    commands: frenchCommands,
    edit: 'Édition',
    exit: 'Quitter',
    roles: {
      undo: 'Annuler',
      redo: 'Rétablir',
      cut: 'Couper',
      copy: 'Copier',
      paste: 'Coller',
      selectAll: 'Tout sélectionner',
      resetZoom: 'Taille réelle',
      zoomIn: 'Agrandir',
      zoomOut: 'Réduire',
      togglefullscreen: 'Plein écran',
      reload: 'Recharger',
      toggleDevTools: 'Outils de développement',
      windowMenu: 'Fenêtre',
      minimize: 'Réduire la fenêtre',
      zoom: 'Réduire/agrandir',
      close: 'Fermer la fenêtre',
      about: 'À propos de Zoetrope',
      services: 'Services',
      hide: 'Masquer Zoetrope',
      hideOthers: 'Masquer les autres',
      unhide: 'Tout afficher',
    },
  },
  fatal: {
    title: 'Zoetrope n’a pas pu démarrer',
    noReason: 'Aucune raison n’a été donnée.',
    full: (folder) =>
      `Le disque est plein. Zoetrope note chaque demande avant de l’envoyer : il lui faut de la place dans ${folder}. Libérez de l’espace et relancez-le.`,
    notWritable: (folder) =>
      `Zoetrope ne peut pas écrire dans son dossier de données, ${folder}. Il est peut-être sur un disque débranché, protégé en écriture ou à quelqu’un d’autre. Branchez le disque ou autorisez l’écriture, puis relancez Zoetrope.`,
    locked: (folder) =>
      `Un autre programme retient les fichiers de ${folder} : une sauvegarde, un antivirus ou un Zoetrope qui se ferme encore. Attendez un instant et relancez-le.`,
    reason: (reason) => `Le système a répondu : ${reason}`,
    untouched: (folder) =>
      `Rien n’a été envoyé ni facturé, et vos clips et vos réglages sont intacts. Les clips en cours seront repris au prochain démarrage réussi. S’il y a un journal, il est dans ${folder}.`,
  },
} satisfies MainWords);
