import { commandIds, commands, keysOf, missingFor } from '../../../preload/contract/commands.ts';
import type { Circumstances } from '../../../preload/contract/commands.ts';
import { languages } from '../../../preload/contract/domain.ts';
import { durationsFor, resolutionsFor } from '../../../preload/contract/rules.ts';
import type { ImageModelOffer, ModelOffer } from '../../../preload/contract/models.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useModelNames } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { canGo, modeOf, ways } from '../compose/ways.ts';
import { sortOrdersOf, useFilters } from '../gallery/filters-store.ts';
import { useImageDraft } from '../images/image-draft-store.ts';
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

/** What the palette offers: the commands, and what can be chosen by its name. */
export function useEntries(actions: CommandActions, circumstances: Circumstances, onMac: boolean): Entry[] {
  const text = useText();
  const choices = useChoices(actions);
  const because = circumstances.inFront === 'nothing' ? null : text.commands.missing.front;
  const ofTable = commandIds
    .filter((id) => id !== 'palette')
    .map((id): Omit<Entry, 'words'> => {
      const missing = missingFor(id, circumstances);
      return {
        id,
        kind: text.commands.groups[commands[id].group],
        label: text.commands.labels[id],
        keys: keysOf(id, onMac),
        because: missing === null ? null : text.commands.missing[missing],
        run: actions[id],
      };
    });
  return [...ofTable, ...choices.map((choice) => ({ ...choice, keys: null, because }))].map((entry) => ({
    ...entry,
    words: `${entry.label} ${entry.kind}`,
  }));
}

type Choice = Pick<Entry, 'id' | 'kind' | 'label' | 'run'>;

/** One of a field's values; the id begins with the field's name. */
function choicesOf<Value extends string>(
  [field, kind]: [field: string, kind: string],
  values: readonly Value[],
  labelOf: (value: Value) => string,
  choose: (value: Value) => void,
): Choice[] {
  return values.map((value) => ({
    id: `${field}-${value}`,
    kind,
    label: labelOf(value),
    run: () => {
      choose(value);
    },
  }));
}

const takeChoices = ['1', '2', '3', '4'] as const;

/** What can be chosen by its name: sessions, models, and the values of the composer's fields that can be had just now. */
function useChoices(actions: CommandActions): Choice[] {
  const text = useText();
  const { open } = useSessionActions();
  const sessions = useSessionList().data?.sessions ?? [];
  const draft = useDraft();
  const { model, models } = draft;
  const mode = modeOf(draft);
  const { setMode } = useUi.getState();
  const { compose, library, settings } = text;
  const same = (value: string): string => value;
  const nameOf = new Map(sessions.map(({ id, name }) => [id, name]));
  const modelName = new Map(useModelNames().map(({ id, label }) => [id, label]));
  const usable = (offers: readonly ModelOffer[] | readonly ImageModelOffer[] = []): string[] =>
    offers.filter(({ problem }) => problem === null).map(({ id }) => id);
  const inVideo =
    <Value>(choose: (value: Value) => void) =>
    (value: Value): void => {
      setMode('video');
      choose(value);
    };

  return [
    ...choicesOf(
      ['session', text.sessions.session],
      sessions.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
      (id) => nameOf.get(id) ?? id,
      (id) => void open(id),
    ),
    ...choicesOf(
      ['model', text.app.model],
      usable(models?.offers),
      (id) => modelName.get(id) ?? id,
      inVideo(draft.setModel),
    ),
    ...choicesOf(
      ['image-model', text.app.model],
      usable(models?.images),
      (id) => modelName.get(id) ?? id,
      (id) => {
        setMode('image');
        useImageDraft.getState().setModel(id);
      },
    ),
    ...(draft.source === null
      ? [
          ...choicesOf(
            ['way', compose.way],
            ways.filter((way) => canGo(model, way)),
            (way) => compose.ways[way],
            inVideo(draft.setWay),
          ),
          ...choicesOf(
            ['shape', compose.aspectRatio],
            model?.aspectRatios ?? [],
            same,
            inVideo(draft.setAspectRatio),
          ),
        ]
      : []),
    ...(model === null
      ? []
      : [
          ...choicesOf(
            ['resolution', compose.resolution],
            resolutionsFor(model, mode).values,
            same,
            inVideo(draft.setResolution),
          ),
          ...choicesOf(
            ['duration', compose.duration],
            durationsFor(model, mode, draft.choices.resolution).values,
            compose.seconds,
            inVideo(draft.setDuration),
          ),
        ]),
    ...choicesOf(
      ['takes', compose.takes],
      takeChoices,
      compose.take,
      inVideo((value) => {
        draft.setTakes(Number(value));
      }),
    ),
    ...choicesOf(
      ['sort', library.sort],
      sortOrdersOf(useFilters((state) => state.medium)),
      (order) => library.sorts[order],
      (sort) => {
        useFilters.getState().change({ sort });
      },
    ),
    ...choicesOf(
      ['language', settings.language],
      languages,
      (language) => settings.languages[language],
      (language) => void actions.save({ language }),
    ),
  ];
}
