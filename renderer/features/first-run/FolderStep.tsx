import { Folder } from 'lucide-react';
import { Button } from '../../components/ui/Button.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useSettings } from '../../lib/queries.ts';
import { useSettingsUpdate } from '../settings/use-settings-update.ts';
import { useFirstSteps } from './first-run-store.ts';
import { shortPath } from './short-path.ts';
import { StepFrame } from './StepFrame.tsx';
import styles from './FirstRun.module.css';

/** As many characters as the line has room for. */
const mostCharacters = 42;

/** Where clips are kept, with the folder dialog of Settings. */
export function FolderStep() {
  const text = useText();
  const format = useFormat();
  const folder = useSettings().data?.libraryFolder;
  const { chooseLibraryFolder, saved, error } = useSettingsUpdate();
  const goOn = useFirstSteps((state) => state.goOn);
  const problem = error === null ? null : errorWords(error, text, format);

  return (
    <StepFrame
      title={text.firstRun.folderTitle}
      body={text.firstRun.folderBody}
      forward={
        <Button look="primary" onClick={goOn}>
          {text.firstRun.goOn}
        </Button>
      }
    >
      {folder !== undefined && (
        <div className={styles['folder']}>
          <Folder size={16} aria-hidden className={styles['folderIcon']} />
          <span className={styles['path']} title={folder}>
            {shortPath(folder, mostCharacters)}
          </span>
          <Button size="small" onClick={() => void chooseLibraryFolder()}>
            {text.firstRun.chooseFolder}
          </Button>
        </div>
      )}
      <output className={styles['saved']}>{saved && text.firstRun.folderChanged}</output>
      {problem !== null && (
        <Problem title={problem.title}>
          <p>{problem.message}</p>
        </Problem>
      )}
    </StepFrame>
  );
}
