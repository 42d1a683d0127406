import { DetailsDialog } from '../features/details/DetailsDialog.tsx';
import { HelpDialog } from '../features/help/HelpDialog.tsx';
import { Player } from '../features/player/Player.tsx';
import { OpenedTemplates } from '../features/prompts/OpenedTemplates.tsx';
import { QueueDialog } from '../features/queue/QueueDialog.tsx';
import { QueueQuestion } from '../features/queue/QueueQuestion.tsx';
import { SessionQuestion } from '../features/sessions/SessionQuestion.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { OverBudgetDialog } from '../features/spend/OverBudgetDialog.tsx';
import { SpendDialog } from '../features/spend/SpendDialog.tsx';

/** All that opens over the studio. One file, so that whatever is opened first is there with all the others. */
export default function Overlays() {
  return (
    <>
      <Player />
      <DetailsDialog />
      <SettingsDialog />
      <SpendDialog />
      <HelpDialog />
      <OverBudgetDialog />
      <QueueDialog />
      <QueueQuestion />
      <SessionQuestion />
      <OpenedTemplates />
    </>
  );
}
