import type { services as enServices } from './en-services.ts';

export const services = {
  title: 'Services',
  gemini: 'API Gemini',
  agentPlatform: 'Agent Platform',
  agentHint: 'Veo dans Google Cloud, anciennement Vertex AI. Avec sa propre clé ou son propre projet.',
  setUp: 'Configurer…',
  way: 'S’identifier avec',
  ways: { key: 'Clé d’API', project: 'Projet Google Cloud' },
  agentKey: 'Clé d’API Agent Platform',
  project: 'Projet',
  location: 'Région',
  output: 'Dossier de sortie dans Cloud Storage (facultatif)',
  outputPlaceholder: 'gs://bucket/dossier',
  credentials: 'Utilise les identifiants Google Cloud de cet ordinateur. Pour les créer, exécutez',
  projectAccepted: 'Le projet fonctionne.',
  checking: 'Vérification auprès de Google',
  check: 'Vérifier',
  works: 'Ça fonctionne',
  place: (project, location) => `${project} · ${location}`,
  projectKept: 'Avec les identifiants Google Cloud de cet ordinateur.',
  projectGiven: 'Donné par l’environnement pour cette exécution, avec les identifiants de cet ordinateur.',
  outputGoesTo: (uri) => `Le service écrit aussi les clips dans ${uri}.`,
  wrong: {
    project: 'Saisissez l’identifiant du projet : minuscules, chiffres et tirets, comme my-project-123.',
    location: 'Choisissez une région, par exemple global ou us-central1.',
    output: 'Le dossier de sortie doit ressembler à gs://bucket/dossier. Laissez vide s’il n’y en a pas.',
  },
  address: 'Adresse personnalisée',
  addressField: 'Adresse du service',
  addressHint: {
    key: 'Vide pour celle de Google. Une clé ne va qu’à l’adresse pour laquelle elle a été donnée : une autre adresse demande de redonner la clé.',
    token: 'Vide pour celle de Google.',
  },
  addressBad:
    'Elle doit commencer par https://, ou par http:// sur cet ordinateur seulement, sans mot de passe ni « ? ».',
  addressGiven: (host) => `L’environnement dit que les demandes et la clé vont à ${host} au lieu de Google.`,
  goesTo: {
    key: (host) => `Les demandes et la clé vont à ${host} au lieu de Google.`,
    token: (host) => `Les demandes et votre jeton Google Cloud vont à ${host} au lieu de Google.`,
  },
  elsewhere:
    'Une clé est conservée pour une autre adresse. Elle n’est pas utilisée ici : ajoutez la clé de celle-ci.',
} satisfies typeof enServices;
