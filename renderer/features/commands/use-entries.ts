import { commandIds, commands } from '../../../preload/contract/commands.ts';
import { languages } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { useSessionList } from '../sessions/sessions-source.ts';
import { useSessionActions } from '../sessions/use-session-actions.ts';
import type { Findable } from './find.ts';
import type { CommandActions } from './use-commands.ts';

export interface Entry extends Findable {
  /** What it belongs to: `File`, `Model`. */
  kind: string;
  label: string;
  keys: string | null;
  run: () => void;
}

/** What the palette offers: the commands that are possible, and what can be chosen by its name. */
export function useEntries(actions: CommandActions): Entry[] {
  const text = useText();
  const { open } = useSessionActions();
  const sessions = useSessionList().data?.sessions ?? [];
  const models = useDraft((state) => state.models);
  const model = useDraft((state) => state.model);
  const setMode = useUi((state) => state.setMode);
  const draft = useDraft.getState();

  const entry = (
    id: string,
    kind: string,
    label: string,
    run: () => void,
    keys: string | null = null,
  ): Entry => ({
    id,
    kind,
    label,
    words: `${label} ${kind}`,
    keys,
    run,
  });
  const ofTable = commandIds
    .filter((id) => id !== 'palette' && (actions[id].isPossible?.() ?? true))
    .map((id) =>
      entry(
        id,
        text.commands.groups[commands[id].group],
        text.commands.labels[id],
        actions[id].run,
        commands[id].keys,
      ),
    );
  return [
    ...ofTable,
    ...sessions
      .filter(({ archivedAt }) => archivedAt === null)
      .map(({ id, name }) => entry(`session-${id}`, text.sessions.session, name, () => void open(id))),
    ...(models?.offers ?? [])
      .filter(({ problem }) => problem === null)
      .map(({ id, label }) =>
        entry(`model-${id}`, text.app.model, label, () => {
          setMode('video');
          draft.setModel(id);
        }),
      ),
    ...(model?.resolutions ?? []).map((resolution) =>
      entry(`resolution-${resolution}`, text.compose.resolution, resolution, () => {
        setMode('video');
        draft.setResolution(resolution);
      }),
    ),
    ...languages.map((language) =>
      entry(`language-${language}`, text.settings.language, text.settings.languages[language], () => {
        void actions.save({ language });
      }),
    ),
  ];
}
