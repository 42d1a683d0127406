import type { compose as enCompose, image as enImage } from './en-compose.ts';
import { plural } from './fr-plural.ts';

export const compose = {
  label: 'Nouveau clip',
  prompt: 'Prompt',
  promptPlaceholder: 'Ce qui se passe, où, sous quelle lumière, et comment bouge la caméra',
  length: (length, limit) => `${length} / ${limit}`,
  tooLong: (over, count) =>
    `${over} ${plural(count, 'caractère', 'caractères')} de trop. Raccourcissez le texte pour générer.`,
  promptMissing: 'Écrivez d’abord un prompt',
  way: 'Partir de',
  ways: { start: 'Prompt ou image', frames: 'Deux images', references: 'Références' },
  frameMissing: {
    first: 'Choisissez la première image, ou partez d’un prompt seul',
    last: 'Choisissez la dernière image, ou partez de la première seule',
  },
  referenceMissing: 'Choisissez une image de référence, ou partez d’un prompt seul',
  source: { extend: 'Prolonger ce clip', edit: 'Modifier ce clip' },
  sourceLeft: {
    extend: (stretch) => `Google peut encore le prolonger pendant ${stretch}.`,
    edit: (stretch) => `Google peut encore le modifier pendant ${stretch}.`,
  },
  sourceHint: {
    extend: 'Le prompt dit ce qui se passe ensuite. Vous recevez le clip entier, plus long de 7 secondes.',
    edit: 'Le prompt dit ce qui doit changer. Le clip garde sa durée et son format.',
  },
  sourceRefused: { extend: 'Ce clip ne peut pas être prolongé', edit: 'Ce clip ne peut pas être modifié' },
  noSourceModel: {
    extend: 'Aucun modèle de votre clé ne peut prolonger ce clip',
    edit: 'Aucun modèle de votre clé ne peut modifier ce clip',
  },
  sourceInstead: 'Ou repartez de sa dernière image : ouvrez-le dans le lecteur.',
  sourceNotPutBack:
    'Le clip de départ n’est plus dans la bibliothèque. Choisissez-en un autre, ou recommencez.',
  leaveSource: 'Plutôt un nouveau clip',
  sourceShape: {
    extend: 'Une prolongation garde le format du clip.',
    edit: 'Le clip garde sa durée et son format.',
  },
  noModel: 'Aucun modèle n’est utilisable pour l’instant',
  noModelHint: 'Regardez la liste des modèles ci-dessus, ou ajoutez une autre clé dans les réglages.',
  more: 'Personnes, graine, son',
  people: 'Personnes',
  peopleDefault: 'Au choix de Google',
  peopleChoices: {
    allow_all: 'Tout le monde, enfants compris',
    allow_adult: 'Adultes seulement',
    dont_allow: 'Personne',
  },
  peopleHint: (everybody) =>
    everybody
      ? 'Dans l’UE, au Royaume-Uni, en Suisse, au Moyen-Orient et en Afrique du Nord, Google n’autorise que les adultes.'
      : 'Avec des images, Google autorise au plus les adultes.',
  seed: 'Graine',
  seedPlaceholder: 'Une autre à chaque fois',
  seedHint: 'La même graine et les mêmes mots donnent un clip semblable.',
  badSeed: (most) => `Un nombre entier de 0 à ${most}, ou rien.`,
  sound: 'Avec le son',
  takes: 'Prises',
  take: (count) => `${count}×`,
  takesHint: 'La même demande plusieurs fois. Chaque prise est un clip à part, avec son propre prix.',
  aspectRatio: 'Format',
  resolution: 'Résolution',
  duration: 'Durée',
  seconds: (seconds) => `${seconds} s`,
  negativePrompt: 'Prompt négatif',
  negativePlaceholder: 'À éviter : flou, texte, membres en trop',
  forced: {
    aspectRatio: (value) => `le format est maintenant ${value}`,
    resolution: (value) => `la résolution est maintenant ${value}`,
    duration: (seconds) => `la durée est maintenant de ${seconds} s`,
  },
  restored: {
    aspectRatio: (value) => `Le format est de nouveau ${value}.`,
    resolution: (value) => `La résolution est de nouveau ${value}.`,
    duration: (seconds) => `La durée est de nouveau de ${seconds} s.`,
  },
  because: (rule, now) => `${rule.replace(/\.$/, '')} : ${now}.`,
  now: (now) => `${now.charAt(0).toUpperCase()}${now.slice(1)}.`,
  priceSum: (seconds, perSecond, takes) =>
    `${takes === null ? '' : `${takes} × `}${seconds} s × ${perSecond}`,
  priceLabel: 'Prix de cette génération',
  priceRead: (date) => `Prix au ${date}`,
  priceUnknown: 'Prix inconnu',
  free: 'Gratuit',
  demoPrice: 'Clip de démo',
  generateBy: {
    text: 'Générer la vidéo',
    image: 'Générer depuis l’image',
    frames: 'Générer entre les images',
    references: 'Générer avec les références',
    extend: 'Prolonger le clip',
    edit: 'Modifier le clip',
  },
  sending: 'Envoi de la demande',
  added: 'Ajouté à la galerie',
  imageStillChecking: 'Le point de départ est encore en cours de vérification. Réessayez dans un instant.',
  imageNotPutBack: 'Une image n’a pas pu être remise en place. Choisissez-la de nouveau.',
} satisfies typeof enCompose;

export const image = {
  slots: { first: 'Première image', last: 'Dernière image', reference: 'Référence', input: 'Image' },
  choose: { first: 'Choisir une image', last: 'Choisir une image', reference: 'Ajouter', input: 'Ajouter' },
  chooseHint: 'ou déposez-la n’importe où, ou collez-la. PNG, JPEG, WebP jusqu’à 20 Mo.',
  inputs: {
    first: 'Fichier de la première image',
    last: 'Fichier de la dernière image',
    reference: 'Fichiers des images de référence',
    input: 'Fichiers des images à modifier ou à combiner',
  },
  checking: 'Vérification de l’image',
  alts: {
    first: (name) => `Première image : ${name}`,
    last: (name) => `Dernière image : ${name}`,
    reference: (name) => `Référence : ${name}`,
    input: (name) => `Image : ${name}`,
  },
  removeNamed: (name) => `Retirer ${name}`,
  swap: 'Échanger les deux images',
  loop: 'Boucle : finir comme au début',
  isLoop: 'Le clip finit comme il commence : il peut tourner en boucle.',
  references: 'Images de référence',
  referencesHint: 'Personnes, objets ou style qui doivent figurer dans le clip. Parlez-en dans le prompt.',
  ofMost: (count, most) => `${count} / ${most}`,
  unused: (count, value) =>
    value === 1 ? 'La dernière n’est pas envoyée.' : `Les ${count} dernières ne sont pas envoyées.`,
  tooMany: {
    references: (most, value) =>
      value === 0
        ? 'Ce modèle ne prend pas d’images de référence. Aucune n’a été ajoutée.'
        : `Ce modèle prend au plus ${most} ${plural(value, 'image', 'images')} de référence. Retirez-en d’abord une. Aucune n’a été ajoutée.`,
    inputs: (most, value) =>
      `Une image se fait à partir de ${most} ${plural(value, 'image', 'images')} au plus. Retirez-en d’abord une. Aucune n’a été ajoutée.`,
  },
  facts: (pixels, size) => `${pixels}, ${size}`,
  replace: 'Remplacer',
  remove: 'Retirer',
  dismissProblem: 'Fermer ce message',
  kept: 'L’image d’avant est toujours là.',
  drop: 'Déposez l’image pour en faire la première image du clip',
  dropHint: 'PNG, JPEG ou WebP jusqu’à 20 Mo. Un clip de Zoetrope rend ses réglages.',
  several: (count) => `${count} fichiers à la fois : donnez une seule image. Aucun n’a été pris.`,
  folder: (name) => `« ${name} » est un dossier. Déposez une image qui s’y trouve.`,
  empty: (name) => `« ${name} » est vide : le fichier n’a pas de contenu.`,
  tooLarge: (name, size, limit) =>
    `« ${name} » fait ${size}, la limite est de ${limit}. Enregistrez-la en plus petit, par exemple en JPEG.`,
  unreadable: (name) => `« ${name} » n’a pas pu être lu. Le fichier est-il encore là ?`,
  undecodable: (name) =>
    `« ${name} » ressemble à une image mais ne peut pas être affichée : elle est peut-être abîmée ou incomplète. Enregistrez-la de nouveau.`,
} satisfies typeof enImage;
