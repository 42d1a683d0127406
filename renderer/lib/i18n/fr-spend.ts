import type { Dictionary } from './en.ts';

export const spend = {
  title: 'Dépenses',
  open: 'Ce qui a été dépensé, prix et export',
  today: 'Aujourd’hui',
  month: 'Ce mois-ci',
  all: 'Depuis le début',
  upTo: (price) => `jusqu’à ${price} de plus`,
  counts:
    'Les clips terminés et ceux en cours, au tarif publié. C’est la facture de Google qui compte. Les clips supprimés restent dans ces totaux.',
  unknown: (price) =>
    `Pour ${price}, personne n’a dit si c’était facturé. Votre consommation chez Google le montre.`,
  chart: 'Les 30 derniers jours',
  chartNone: 'Rien n’a été dépensé ces 30 derniers jours.',
  chartMost: (price) => `maximum en un jour : ${price}`,
  day: 'Jour',
  spent: 'Dépensé',
  notCertain: 'Incertain',
  byModel: 'Par modèle',
  prices: 'Prix par seconde',
  notMade: '—',
  priceSource: (source, day) => `${source}, au ${day}.`,
  exportCsv: 'Exporter en CSV',
  exportHint: 'Une ligne par génération, sans les prompts.',
  failed: 'Les totaux n’ont pas pu être lus',
  of: (budget) => `sur ${budget}`,
  budgets: 'Budgets',
  dayBudget: 'Par jour',
  monthBudget: 'Par mois',
  noBudget: 'Aucun',
  usd: 'USD',
  budgetHint:
    'Un clip qui dépasserait un budget n’est pas envoyé : il attend dans la file. Ce qui est incertain compte ici comme dépensé.',
  budgetRange: (max) => `Un montant de 0 à ${max}, ou rien pour ne pas avoir de budget.`,
  held: 'Retenu',
  holdReasons: {
    day: (budget) => `il dépasserait le budget du jour de ${budget}`,
    month: (budget) => `il dépasserait le budget du mois de ${budget}`,
  },
  heldBanner: (count, value, reason) =>
    value === 1 ? `Un clip attend : ${reason}.` : `${count} clips attendent. Le prochain : ${reason}.`,
  changeBudget: 'Changer le budget',
  goOver: 'Dépasser une fois…',
  overTitle: 'Dépasser le budget',
  overReason: (reason) => `Ce clip attend : ${reason}. Vous pouvez le laisser partir quand même, lui seul.`,
  overLabel: (word, price) => `Tapez ${word} pour autoriser ${price}`,
  overAllow: (price) => `Autoriser ${price}`,
} satisfies Dictionary['spend'];
