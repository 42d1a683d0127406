import { Suspense, lazy } from 'react';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Spinner } from '../../components/ui/Spinner.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';

/** The documents and what reads them are loaded when somebody wants help. */
const HelpPage = lazy(() => import('./HelpPage.tsx'));

export function HelpDialog() {
  const text = useText();
  const open = useUi((state) => state.helpOpen);
  const setOpen = useUi((state) => state.setHelpOpen);
  if (!open) return null;
  return (
    <DialogFrame
      title={text.help.title}
      kind="wide"
      onClose={() => {
        setOpen(false);
      }}
    >
      <Suspense fallback={<Spinner />}>
        <HelpPage />
      </Suspense>
    </DialogFrame>
  );
}
