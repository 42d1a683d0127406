import { useFirstSteps } from './first-run-store.ts';
import { ExampleStep } from './ExampleStep.tsx';
import { FolderStep } from './FolderStep.tsx';
import { KeyStep } from './KeyStep.tsx';

const steps = { key: KeyStep, folder: FolderStep, example: ExampleStep };

/** The first three steps, in the gallery's empty place. They block nothing. */
export default function FirstRun() {
  const Step = steps[useFirstSteps((state) => state.step)];
  return <Step />;
}
