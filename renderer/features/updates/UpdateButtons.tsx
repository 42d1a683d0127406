import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import type { UpdateActions } from './use-updates.ts';

/** What can be done about a new version as it stands. */
export function UpdateButtons({ updates }: { updates: UpdateActions }) {
  const words = useText().updates;
  const { state } = updates;
  if (state === undefined) return null;
  if (state.phase === 'available') {
    return state.offer === 'page' ? (
      <Button size="small" onClick={updates.openPage}>
        {words.openPage}
      </Button>
    ) : (
      <Button size="small" onClick={updates.download}>
        {words.download}
      </Button>
    );
  }
  if (state.phase !== 'ready') return null;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          updates.install('now');
        }}
      >
        {words.restart}
      </Button>
      {!state.atQuit && (
        <Button
          size="small"
          onClick={() => {
            updates.install('at_quit');
          }}
        >
          {words.later}
        </Button>
      )}
    </>
  );
}
