import type { Dictionary } from './en.ts';

export const firstRun = {
  label: 'Premiers pas',
  step: (step, steps) => `Étape ${step} sur ${steps}`,
  skip: 'Tout passer',
  back: 'Retour',
  goOn: 'Continuer',
  keyTitle: 'Votre clé, ou une démo d’abord',
  keyBody:
    'Google crée les clips avec votre propre clé et facture chaque seconde de vidéo. Sans clé, Zoetrope dessine des clips de démo sur cet ordinateur, gratuits et avec un filigrane. Vous pouvez ajouter une clé à tout moment.',
  tryWithout: 'Essayer sans clé',
  useAgent: 'Utiliser plutôt Agent Platform…',
  agentReady: 'Agent Platform est configuré.',
  folderTitle: 'Une place pour vos clips',
  folderBody:
    'Chaque clip est enregistré dans ce dossier dès qu’il est prêt, comme un fichier vidéo ordinaire. Vous pouvez choisir un autre dossier dans les réglages à tout moment.',
  chooseFolder: 'En choisir un autre…',
  folderChanged: 'Les clips sont désormais enregistrés ici.',
  exampleTitle: 'Votre premier clip',
  exampleBody:
    'En voici un court pour commencer. Mettez-le dans le formulaire, changez ce que vous voulez et appuyez sur Générer.',
  place: 'Mettre dans le formulaire',
  placed: 'Il est dans le formulaire. Appuyez-y sur Générer pour le créer.',
} satisfies Dictionary['firstRun'];
