import type { made as enMade } from './en-made.ts';
import { clips, plural } from './fr-plural.ts';

const images = (count: string, value: number): string => `${count} ${plural(value, 'image', 'images')}`;

export const made = {
  video: {
    label: 'Clips',
    count: clips,
    clearFinishedHint: 'Retire de la galerie chaque clip et chaque erreur qui a pris fin',
    loading: 'Chargement de vos clips',
    failed: 'Vos clips n’ont pas pu être listés',
    search: 'Chercher des clips',
    found: (count, value) => `${clips(count, value)} ${plural(value, 'trouvé', 'trouvés')}`,
    nothingFound: 'Aucun clip ne correspond',
    hidden: 'Le nouveau clip est caché par vos filtres',
    skipped: (count, value) =>
      plural(
        value,
        `${count} clip est encore en cours et reste là.`,
        `${count} clips sont encore en cours et restent là.`,
      ),
    tooManyToMove: 'On peut déplacer 500 clips au plus à la fois. Sélectionnez-en moins.',
    previous: 'Clip précédent',
    next: 'Clip suivant',
    cancelTitle: 'Annuler ce clip ?',
    cancelAfter:
      'Zoetrope cesse de le suivre. Depuis sa carte, vous pouvez le suivre de nouveau tant que le service le garde : cela n’envoie rien et ne coûte rien de plus.',
    cancelGoOn: 'Annuler le clip',
    duplicateTitle: 'Refaire ce clip ?',
    withInput: 'Première image',
  },
  image: {
    label: 'Images',
    count: images,
    clearFinishedHint: 'Retire de la galerie chaque image et chaque erreur qui a pris fin',
    loading: 'Chargement de vos images',
    failed: 'Vos images n’ont pas pu être listées',
    search: 'Chercher des images',
    found: (count, value) => `${images(count, value)} ${plural(value, 'trouvée', 'trouvées')}`,
    nothingFound: 'Aucune image ne correspond',
    hidden: 'La nouvelle image est cachée par vos filtres',
    skipped: (count, value) =>
      plural(
        value,
        `${count} image est encore en cours et reste là.`,
        `${count} images sont encore en cours et restent là.`,
      ),
    tooManyToMove: 'On peut déplacer 500 images au plus à la fois. Sélectionnez-en moins.',
    previous: 'Image précédente',
    next: 'Image suivante',
    cancelTitle: 'Annuler cette image ?',
    cancelAfter: 'Si elle arrive malgré tout, elle est gardée dans votre bibliothèque : elle est payée.',
    cancelGoOn: 'Annuler l’image',
    duplicateTitle: 'Refaire cette image ?',
    withInput: 'Faite à partir de',
  },
} satisfies typeof enMade;
