import { lazy, Suspense } from 'react';

// Shown once in an installation's life.
const FirstRun = lazy(() => import('./FirstRun.tsx'));

export function FirstRunPlace() {
  return (
    <Suspense fallback={null}>
      <FirstRun />
    </Suspense>
  );
}
