/** What can go wrong at a service, in French: the twin of `failures.ts`. */
import type { Failure, FailureId } from '../failures.ts';

type Words = Pick<Failure, 'title' | 'happened' | 'todo'>;

export const frenchUsageTells = 'Votre consommation chez Google montre si c’était facturé.';

export const frenchFailures: Record<FailureId, Words> = {
  bad_key: {
    title: 'Le service n’accepte pas cette clé',
    happened: 'Le service n’accepte pas cette clé.',
    todo: 'Copiez-la de nouveau depuis Google AI Studio, ou créez-en une nouvelle.',
  },
  leaked_key: {
    title: 'Google a bloqué cette clé',
    happened: 'Google a trouvé cette clé en public et l’a bloquée.',
    todo: 'Supprimez-la chez Google, créez-en une nouvelle et gardez-la pour vous.',
  },
  restricted_key: {
    title: 'Cette clé n’en a pas le droit',
    happened: 'Cette clé n’a pas le droit d’utiliser l’API Gemini.',
    todo: 'Autorisez-la dans la console Google Cloud (restrictions d’API, API activée), ou utilisez une autre clé.',
  },
  api_off: {
    title: 'L’API Gemini est désactivée',
    happened: 'Le projet Google de la clé n’a pas activé l’API Gemini.',
    todo: 'Activez-la dans la console Google Cloud, attendez quelques minutes, puis réessayez.',
  },
  agent_key: {
    title: 'Agent Platform n’accepte pas cette clé',
    happened: 'Agent Platform n’accepte pas cette clé.',
    todo: 'Copiez-la de nouveau depuis la console Google Cloud, ou créez-en une nouvelle. Une clé de Google AI Studio ne marche pas ici.',
  },
  agent_denied: {
    title: 'Pas d’autorisation sur Agent Platform',
    happened: 'Cette clé ou ce compte n’a pas le droit d’utiliser Agent Platform.',
    todo: 'Autorisez-le dans la console Google Cloud (une clé : ses restrictions d’API ; un compte : le rôle roles/aiplatform.user), ou utilisez-en un autre.',
  },
  agent_api_off: {
    title: 'L’API Agent Platform est désactivée',
    happened: 'Le projet n’a pas activé l’API Agent Platform (aiplatform.googleapis.com).',
    todo: 'Activez-la dans la console Google Cloud, attendez quelques minutes, puis réessayez.',
  },
  agent_project: {
    title: 'Le projet ne peut pas être utilisé',
    happened:
      'Google ne connaît pas ce projet, ou le compte de cet ordinateur n’a pas le droit de l’utiliser.',
    todo: 'Vérifiez le projet dans les réglages, ou connectez-vous avec un autre compte : « gcloud auth application-default login ».',
  },
  no_credentials: {
    title: 'Il n’y a pas d’identifiants',
    happened:
      'Zoetrope n’a pas trouvé d’identifiants Google Cloud valables sur cet ordinateur : rien n’a été envoyé.',
    todo: 'Exécutez « gcloud auth application-default login », puis réessayez.',
  },
  billing_off: {
    title: 'Google demande un compte de facturation',
    happened:
      'Le service ne crée pas de clips pour un projet sans compte de facturation : il n’y a pas d’offre gratuite pour la vidéo.',
    todo: 'Activez la facturation du projet de la clé chez Google, puis réessayez.',
  },
  rate_limit: {
    title: 'Trop de demandes',
    happened: 'Votre clé a atteint sa limite chez le service.',
    todo: 'Attendez une minute et réessayez, ou regardez votre quota.',
  },
  quota: {
    title: 'Le quota du jour est épuisé',
    happened: 'Votre clé a utilisé tout ce que Google lui laisse créer en un jour.',
    todo: 'Il repart à zéro à minuit, heure du Pacifique. Attendez, augmentez le quota chez Google, ou utilisez une autre clé.',
  },
  no_quota: {
    title: 'Cette clé n’a pas de quota pour ce modèle',
    happened: 'Google ne laisse cette clé rien créer avec ce modèle.',
    todo: 'Activez la facturation du projet de la clé, ou choisissez un autre modèle ou une autre clé.',
  },
  spending_limit: {
    title: 'Votre plafond de dépenses chez Google est atteint',
    happened: `Le plafond de dépenses fixé chez Google a été atteint. ${frenchUsageTells}`,
    todo: 'Relevez-le chez Google, ou attendez qu’il reparte à zéro.',
  },
  unsupported: {
    title: 'Le service a refusé la demande',
    happened: 'Ce modèle n’a pas cette combinaison de réglages.',
    todo: 'Changez les réglages, ou choisissez un autre modèle.',
  },
  region: {
    title: 'Pas dans ce pays',
    happened: 'Google ne le propose pas dans le pays d’où vient votre connexion.',
    todo: 'Regardez la liste des pays de Google ; un VPN ou un proxy peut gêner, ou la facturation peut être nécessaire.',
  },
  person_setting: {
    title: 'Ce choix de personnes n’est pas permis ici',
    happened: 'Le service ne permet pas ce réglage des personnes avec cette demande, ou pas dans votre pays.',
    todo: 'Réglez Personnes sur adultes seulement et réessayez.',
  },
  filtered_prompt: {
    title: 'Génération vidéo bloquée : le prompt',
    happened: 'Le filtre de Google a trouvé dans le prompt des mots qu’il ne permet pas.',
    todo: 'Dites-le avec d’autres mots. Il se trompe parfois : un nouvel essai est gratuit s’il est arrêté de nouveau.',
  },
  filtered_image: {
    title: 'Génération vidéo bloquée : l’image',
    happened: 'Le filtre de Google ne permet pas cette image.',
    todo: 'Utilisez une autre image, ou recadrez ce qu’il a pu y voir.',
  },
  filtered_audio: {
    title: 'Génération vidéo bloquée : le son',
    happened: 'Le filtre de Google n’a pas accepté le son du clip.',
    todo: 'Réessayez d’abord la même chose : ce filtre se trompe souvent. Ou décrivez le son avec d’autres mots.',
  },
  filtered_person: {
    title: 'Génération vidéo bloquée : une personne',
    happened: 'Le filtre de Google a vu une personne connue, un enfant, ou un visage qu’il ne permet pas.',
    todo: 'Décrivez une personne sans nom, et seulement des adultes ; ou utilisez une image sans visage.',
  },
  filtered: {
    title: 'Génération vidéo bloquée',
    happened: 'Le filtre de Google a retenu le clip.',
    todo: 'Réessayez, ou changez le prompt.',
  },
  overload: {
    title: 'Le service n’est pas disponible',
    happened: 'Le service est surchargé en ce moment.',
    todo: 'Réessayez dans quelques minutes.',
  },
  service_down: {
    title: 'Le service a échoué',
    happened: 'Le service a eu une erreur interne.',
    todo: 'Réessayez.',
  },
  model_gone: {
    title: 'Ce modèle n’existe plus',
    happened: 'Le service ne propose pas ce modèle à votre clé, ou plus.',
    todo: 'Une autre clé l’a peut-être encore.',
  },
  offline: {
    title: 'Pas de connexion',
    happened: 'Le service est injoignable.',
    todo: 'Vérifiez votre connexion à Internet, puis réessayez.',
  },
  proxy: {
    title: 'Le proxy fait obstacle',
    happened: 'Un proxy entre vous et le service a refusé la connexion, ou demande un mot de passe.',
    todo: 'Vérifiez le proxy de cet ordinateur, ou demandez à qui s’occupe de votre réseau.',
  },
  proxy_socks: {
    title: 'Ce type de proxy ne marche pas ici',
    happened:
      'Cet ordinateur est réglé sur un proxy SOCKS, que Zoetrope ne peut pas utiliser. Rien n’a été envoyé.',
    todo: 'Utilisez un proxy HTTP ou HTTPS, ou aucun, et réessayez.',
  },
  not_secure: {
    title: 'La connexion n’est pas sûre',
    happened: 'Le certificat du service n’est pas fiable : rien n’a été envoyé.',
    todo: 'Vérifiez la date et l’heure de cet ordinateur. Dans un réseau d’entreprise, son certificat doit être connu de cet ordinateur.',
  },
  refused: {
    title: 'Le service a refusé la demande',
    happened: 'Le service a refusé la demande.',
    todo: 'Changez le prompt ou les réglages et réessayez.',
  },
  failed: {
    title: 'Le service a échoué',
    happened: `Le service n’a pas pu créer ce clip. ${frenchUsageTells}`,
    todo: 'Réessayez, ou changez le prompt.',
  },
  empty: {
    title: 'Rien n’est revenu',
    happened: `Le service a terminé sans clip et sans raison. ${frenchUsageTells}`,
    todo: 'Réessayez.',
  },
};
