import { frenchFailures } from '../../../preload/contract/french/failures.ts';
import type { Dictionary } from './en.ts';

export const doctor = {
  title: (id) => (Object.hasOwn(frenchFailures, id) ? frenchFailures[id].title : null),
  remedies: {
    key: 'Ouvrir les réglages',
    'get-key': 'Obtenir une clé',
    'key-limits': 'Clés chez Google',
    'enable-api': 'Activer l’API',
    'enable-agent-platform': 'Activer l’API',
    billing: 'Facturation Google',
    usage: 'Consommation chez Google',
    regions: 'Liste des pays',
    status: 'Est-ce en panne ?',
  },
} satisfies Dictionary['doctor'];
