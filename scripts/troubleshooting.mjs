// docs/TROUBLESHOOTING.md, from the same words as the app's.
import { format } from 'prettier';
import { en as main } from '../main/words/en.ts';
import { failures, usageTells } from '../preload/contract/failures.ts';
import { doctor } from '../renderer/lib/i18n/en-doctor.ts';
import { en } from '../renderer/lib/i18n/en.ts';

const charged = {
  no: 'No.',
  unknown: usageTells,
};

/** @param {import('../preload/contract/failures.ts').Failure} failure */
function section({ title, happened, todo, charged: charge, retryable, remedies }) {
  const buttons = [
    ...(retryable ? [en.card.again] : []),
    en.card.editAndRetry,
    ...remedies.map((remedy) => doctor.remedies[remedy]),
  ];
  // A sentence about the charge may stand in what happened already.
  const told = happened === `${title}.` ? '' : happened.replace(` ${usageTells}`, '');
  return `### ${title}

${`${told} ${todo}`.trim()}

- Charged: ${charged[charge]}
- Buttons: ${buttons.join(', ')}.
`;
}

/** @returns {Promise<string>} the whole document, formatted */
export async function troubleshooting() {
  const text = `# Troubleshooting

<!-- Written by \`npm run docs\` from preload/contract/failures.ts. Do not edit. -->

Every error in Zoetrope says what happened, whether it cost anything and what to do. This page has them all. Where the
service gave a reason in its own words, the app shows it too, with the support codes that Google asks for.

Two things hold for every error:

- **A paid request is never sent twice by the app.** It asks again by itself only where the service has certainly
  turned the request down: too many requests, overload, no connection.
- **A clip that was started is not given up.** Zoetrope goes on asking and fetching, over restarts too, until the
  service says that the clip is gone.

## From the service

${Object.values(failures).map(section).join('\n')}
## From the way there and back

### ${en.errors.unknown_outcome.title}

The connection broke, or the app ended, before the service confirmed the request. ${en.errors.unknown_outcome.hint}
Zoetrope sends nothing again by itself.

- Charged: not known. ${usageTells}
- Buttons: ${en.card.wasNotSent}, ${en.card.forget}.

### ${en.errors.expired.title}

The service keeps a clip for two days (Veo). After that it cannot be fetched any more. The card says so, and for how long
the service still keeps what is not on the disk yet.

- Charged: yes, as the clip was made.
- Buttons: ${en.card.again}, ${en.card.editAndRetry}.

### ${en.errors.library_unavailable.title}

The folder for clips is gone, or this app may not write there. Zoetrope keeps the clip at the service in view and saves it as soon as
the folder is back. You can choose another folder in Settings.

- Charged: the clip is; nothing more is charged for waiting.
- Buttons: ${doctor.remedies.key}.

### ${en.errors.disk_full.title}

Make room: the clip is fetched by itself as soon as there is some.

- Charged: the clip is; nothing more is charged for waiting.

## From the app itself

Work goes on in the app while a window is gone. Nothing of this sends or charges anything.

### The window crashed

${en.banners.notices.window_crashed} The window is loaded again once by itself. A second time within five minutes it asks:
“${main.window.crashed}”. ${main.window.crashedDetail}

- Charged: No.
- Buttons: ${main.window.reload}, ${main.window.quit}.

### ${main.window.hung}

${main.window.hungDetail}

- Charged: No.
- Buttons: ${main.window.reload}, ${main.window.wait}.

### The graphics failed

${en.banners.notices.graphics_lost}

- Charged: No.

### ${main.fatal.title}

${[main.fatal.full, main.fatal.notWritable, main.fatal.locked].map((say) => `- ${say('the folder that it names')}`).join('\n')}

${main.fatal.untouched('that folder')}

- Charged: No.

### The settings could not be read

${en.banners.notices.settings_restored} Where there is no such copy, Zoetrope starts with new settings.

- Charged: No.

### The list of clips is damaged

It is set right from its last copy at the next start, together with what the library folder and the journal of paid
requests know since. “Rebuild library from folder” in Settings does the same without any copy.

- Charged: No.
`;
  return format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
}
