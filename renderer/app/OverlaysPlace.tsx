import { lazy, Suspense, useEffect, useState } from 'react';

const Overlays = lazy(() => import('./Overlays.tsx'));

/** What a dialog waits for at most, in ms, when the window has no quiet moment before. */
const longestWaitMs = 500;

/** Loads what opens over the studio as soon as the studio itself stands: at a start nothing is open. */
export function OverlaysPlace() {
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(
      () => {
        setTime(true);
      },
      { timeout: longestWaitMs },
    );
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return <Suspense fallback={null}>{isTime && <Overlays />}</Suspense>;
}
