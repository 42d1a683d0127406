/** Google's two services and how one gets at them, in English. */
export const services = {
  title: 'Services',
  gemini: 'Gemini API',
  agentPlatform: 'Agent Platform',
  agentHint: 'Veo in Google Cloud, formerly Vertex AI. With a key or a project of its own.',
  setUp: 'Set up…',
  way: 'Sign in with',
  ways: { key: 'API key', project: 'Project on Google Cloud' },
  agentKey: 'Agent Platform API key',
  project: 'Project',
  location: 'Location',
  output: 'Output folder in Cloud Storage (optional)',
  outputPlaceholder: 'gs://bucket/folder',
  credentials: 'Uses the Google Cloud credentials of this computer. To make them, run',
  projectAccepted: 'The project works.',
  checking: 'Checking with Google',
  check: 'Check',
  works: 'It works',
  place: (project: string, location: string) => `${project} · ${location}`,
  projectKept: 'With the Google Cloud credentials of this computer.',
  projectGiven: 'Given by the environment for this run, with the credentials of this computer.',
  outputGoesTo: (uri: string) => `The service writes clips to ${uri} too.`,
  wrong: {
    project: 'Enter the project’s id: small letters, digits and hyphens, as in my-project-123.',
    location: 'Choose a location, for example global or us-central1.',
    output: 'The output folder must look like gs://bucket/folder. Leave it empty for none.',
  },
  address: 'Custom address',
  addressField: 'Address of the service',
  addressHint: {
    key: 'Empty for Google’s own. A key goes only to the address that it was given for: another address needs the key again.',
    token: 'Empty for Google’s own.',
  },
  addressBad: 'It must begin with https://, or with http:// on this computer only, without password and “?”.',
  addressGiven: (host: string) =>
    `The environment says that requests and the key go to ${host} instead of Google.`,
  goesTo: {
    key: (host: string) => `Requests and the key go to ${host} instead of Google.`,
    token: (host: string) => `Requests and your Google Cloud token go to ${host} instead of Google.`,
  },
  elsewhere:
    'A key is kept that was given for another address. It is not used here: add the key for this one.',
};
