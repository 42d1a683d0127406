import type { Remedy } from '../../../preload/contract/failures.ts';
import { Problem } from '../../components/ui/Problem.tsx';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { RemedyButtons } from '../doctor/RemedyButtons.tsx';
import type { FormProblem } from './use-checked.ts';

interface FormTroubleProps {
  id?: string;
  problem: FormProblem | null;
  /** What is at hand already. */
  without: readonly Remedy[];
}

/** Why a service does not take what the user gave, and what helps. */
export function FormTrouble({ id, problem, without }: FormTroubleProps) {
  const text = useText();
  const format = useFormat();
  if (problem === null) return null;
  const error = 'code' in problem ? problem : null;
  const words = error === null ? null : errorWords(error, text, format);
  return (
    <Problem id={id} title={words?.title}>
      <p>{words?.message ?? problem.message}</p>
      {words?.extras.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {error !== null && <RemedyButtons error={error} without={without} />}
    </Problem>
  );
}
