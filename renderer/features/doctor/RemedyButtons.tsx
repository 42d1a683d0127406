import { failures } from '../../../preload/contract/failures.ts';
import type { Remedy } from '../../../preload/contract/failures.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';

const aboutSettings = new Set<AppError['code']>([
  'client_not_initialized',
  'invalid_key',
  'restricted_key',
  'library_unavailable',
]);

function remediesOf({ code, details }: AppError): readonly Remedy[] {
  const id = details?.failure;
  if (id !== undefined && Object.hasOwn(failures, id)) return failures[id].remedies;
  return aboutSettings.has(code) ? ['key'] : [];
}

interface RemedyButtonsProps {
  error: AppError;
  /** What is at hand already where the buttons stand. */
  without?: readonly Remedy[];
}

/** What helps against an error, beyond asking again: Settings, or a page of Google's. */
export function RemedyButtons({ error, without = [] }: RemedyButtonsProps) {
  const text = useText();
  const openSettings = useUi((state) => state.setSettingsOpen);
  return remediesOf(error)
    .filter((remedy) => !without.includes(remedy))
    .map((remedy) => (
      <Button
        key={remedy}
        look="link"
        onClick={() => {
          if (remedy === 'key') openSettings(true);
          else void call(() => window.zoetrope.app.openLink({ link: remedy }));
        }}
      >
        {text.doctor.remedies[remedy]}
      </Button>
    ));
}
