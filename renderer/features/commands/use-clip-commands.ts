import type { CommandId } from '../../../preload/contract/commands.ts';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { SourceTask } from '../../../preload/contract/source-rules.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useSource } from '../compose/use-source.ts';
import { useCopyText } from '../details/use-copy-text.ts';
import { useTheseSettings } from '../details/use-these-settings.ts';
import { galleryId } from '../gallery/focus-after-removal.ts';
import { useLibrary } from '../gallery/library-source.ts';
import { clearSelection, selectAll } from '../gallery/selection-store.ts';
import { mostMoved, useBulk } from '../gallery/use-bulk.ts';
import { useClipActions } from '../gallery/use-clip-actions.ts';
import { useMade } from '../gallery/use-made.ts';
import { refine, useInClip } from '../images/use-image.ts';
import { useMarking } from '../gallery/use-marking.ts';
import type { Chosen } from './use-chosen.ts';

type ClipCommand = Extract<
  CommandId,
  | 'selectAll'
  | 'clearSelection'
  | 'play'
  | 'details'
  | 'extendClip'
  | 'editClip'
  | 'refineImage'
  | 'animateImage'
  | 'useSettings'
  | 'copyPrompt'
  | 'downloadClips'
  | 'showInFolder'
  | 'copyFile'
  | 'addFavourite'
  | 'removeFavourite'
  | 'moveClips'
  | 'deleteClips'
>;

/** Back to the gallery, from a clip that is open. */
function closeClip(): void {
  const { play, showDetails } = useUi.getState();
  play(null);
  showDetails(null);
}

/** What the commands do that are about the open clip, or those that are selected. */
export function useClipCommands({ selection, one }: Chosen): Record<ClipCommand, () => void> {
  const made = useMade();
  const putInClip = useInClip();
  const bulk = useBulk();
  const clip = useClipActions();
  const { setFavourite } = useMarking();
  const takeSettings = useTheseSettings();
  const takeSource = useSource();
  const copyText = useCopyText();

  const withOne = (then: (operation: Operation) => void) => () => {
    if (one !== null) then(one);
  };
  const take = (task: SourceTask) =>
    withOne((operation) => {
      closeClip();
      takeSource(operation, task);
    });
  const move = async (): Promise<void> => {
    const operationIds = await bulk.idsOf(selection, mostMoved);
    if (operationIds === null) useUi.getState().addToast({ title: made.tooManyToMove });
    else if (operationIds.length > 0) {
      closeClip();
      useUi.getState().askOfSessions({ kind: 'move', operationIds });
    }
  };
  const remove = async (): Promise<void> => {
    // First, or the player would ask for more of a file that is gone.
    closeClip();
    if (!(await bulk.remove(selection))) return;
    clearSelection();
    document.getElementById(galleryId)?.focus();
  };
  return {
    selectAll() {
      const { query } = useLibrary.getState();
      if (query !== null) selectAll(query);
    },
    clearSelection,
    play: withOne(({ id }) => {
      useUi.getState().play(id);
    }),
    details: withOne(({ id }) => {
      useUi.getState().showDetails(id);
    }),
    extendClip: take('extend'),
    editClip: take('edit'),
    refineImage: withOne(refine),
    animateImage: withOne((operation) => void putInClip(operation, 'first')),
    useSettings: withOne((operation) => {
      closeClip();
      void takeSettings(operation);
    }),
    copyPrompt: withOne(({ request }) => void copyText(request.prompt)),
    downloadClips: () => void bulk.download(selection),
    showInFolder: withOne(({ id }) => void clip.showInFolder(id)),
    copyFile: withOne(({ id }) => void clip.copyFile(id)),
    addFavourite: () => void setFavourite(selection, true),
    removeFavourite: () => void setFavourite(selection, false),
    moveClips: () => void move(),
    deleteClips: () => void remove(),
  };
}
