import { Suspense, lazy } from 'react';
import { useUi } from '../../lib/ui-store.ts';
import type { LibraryStart, PromptPanel } from '../../lib/ui-store.ts';

// The examples are read when somebody asks for them: the window's first picture does not wait for them.
const LibraryDialog = lazy(() =>
  import('./LibraryDialog.tsx').then((module) => ({ default: module.LibraryDialog })),
);

const BuilderDialog = lazy(() =>
  import('../builder/BuilderDialog.tsx').then((module) => ({ default: module.BuilderDialog })),
);
const EnhanceDialog = lazy(() =>
  import('../enhance/EnhanceDialog.tsx').then((module) => ({ default: module.EnhanceDialog })),
);

const isLibrary = (panel: PromptPanel | null): panel is LibraryStart =>
  panel !== null && panel !== 'builder' && panel !== 'enhance';

/** What the buttons beside the prompt open. */
export function PromptPanels() {
  const panel = useUi((state) => state.promptPanel);
  return (
    <Suspense fallback={null}>
      {isLibrary(panel) && <LibraryDialog start={panel} />}
      {panel === 'builder' && <BuilderDialog />}
      {panel === 'enhance' && <EnhanceDialog />}
    </Suspense>
  );
}
