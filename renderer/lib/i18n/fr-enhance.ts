import type { builder as enBuilder, enhance as enEnhance } from './en-enhance.ts';

export const enhance = {
  button: 'Améliorer',
  buttonHint: 'Trois versions de ce prompt au choix',
  buttonEmpty: 'Écrivez d’abord quelques mots',
  title: 'Améliorer le prompt',
  offer: (model, usual, most) =>
    `${model} écrit trois versions de ce prompt. Le prompt va chez Google, avec votre clé. D’habitude ${usual}, jamais plus de ${most} ; le coût figure dans les dépenses. Aucun clip n’est créé.`,
  offerLocal:
    'En mode démo, aucun modèle n’est interrogé : Zoetrope ajoute ce qui manque par des règles simples, sur cet ordinateur, gratuitement.',
  off: 'Interroger un modèle de texte est désactivé dans les réglages.',
  ask: 'Demander trois versions',
  askAgain: 'Demander de nouveau',
  asking: 'Demande en cours',
  keep: 'Garder mon prompt',
  versions: 'Les versions',
  use: 'Prendre celle-ci',
  useNamed: (change) => `Prendre celle-ci : ${change}`,
  cost: (model, price) => `Écrit par ${model} pour ${price}. Rien n’a été généré.`,
  local: 'Fait sur cet ordinateur par des règles simples, sans modèle. Gratuit.',
  added: 'ajouté : ',
  removed: 'retiré : ',
  setting: 'Permettre à Zoetrope de demander des versions d’un prompt à un modèle de texte',
} satisfies typeof enEnhance;

export const builder = {
  button: 'Assistant',
  buttonHint: 'Écrire le prompt partie par partie',
  title: 'Assistant de prompt',
  read: 'Rempli à partir de votre prompt. Regardez si chaque partie est à sa place.',
  notPlain:
    'Votre prompt est écrit trop librement pour être démonté. Il reste tel quel jusqu’à ce que vous preniez celui d’ici.',
  parts: {
    subject: 'Sujet',
    action: 'Action',
    place: 'Lieu',
    style: 'Style',
    camera: 'Caméra',
    lens: 'Objectif',
    light: 'Lumière',
    ambience: 'Ambiance',
    dialogue: 'Dialogue',
    sound: 'Son',
  },
  hints: {
    subject: 'une vieille horlogère, une loupe à l’œil',
    action: 'pose un minuscule rouage dans une montre',
    place: 'dans un atelier encombré, la nuit',
    style: 'documentaire, grain de pellicule',
    camera: 'gros plan, lent travelling avant',
    lens: '85 mm, faible profondeur de champ',
    light: 'une lampe de bureau chaude à droite',
    ambience: 'la pluie sur une verrière',
    dialogue: 'Elle dit tout bas : "Te voilà."',
    sound: 'un léger déclic, puis un tic-tac',
  },
  result: 'Le prompt',
  empty: 'Remplissez ce que vous voulez ; aucune partie n’est obligatoire.',
  clear: 'Tout effacer',
  use: 'Prendre ce prompt',
} satisfies typeof enBuilder;
