import type { takes as enTakes } from './en-takes.ts';
import { plural } from './fr-plural.ts';

export const takes = {
  count: (count) => `${count} prises`,
  ready: (ready, count) => `${ready} sur ${count} prêtes`,
  failed: (count) => `Échecs : ${count}`,
  goesOn: 'D’autres prises de la même demande',
  compare: 'Comparer',
  compareHint: 'Les lit l’une après l’autre, chacune à partir du même instant',
  label: 'Prises de cette demande',
  withState: (take, state) => `Prise ${take}, ${state}`,
  cancelAll: 'Tout annuler',
  cancelledFree: 'Annulées avant l’envoi. Rien n’est facturé.',
  cancelCost: (price) =>
    `Elles sont déjà parties et ne peuvent pas être rappelées. Le service peut les terminer et facturer ${price} malgré tout.`,
  cancelDemo: 'Elles sont déjà parties et se dessinent sur cet ordinateur. Elles sont gratuites.',
  cancelAfter:
    'Zoetrope cesse de les suivre. Depuis sa carte, vous pouvez suivre chacune de nouveau tant que le service la garde : cela n’envoie rien et ne coûte rien de plus.',
  cancelTitle: (count, value) => `Annuler ${count} ${plural(value, 'prise', 'prises')} ?`,
} satisfies typeof enTakes;
