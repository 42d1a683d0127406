/** Where new versions of this copy of the app come from, and what it can do with one. */
import { existsSync, readFileSync } from 'node:fs';
import type { UpdateOffer } from '../../preload/contract/updates.ts';

export interface UpdateFeed {
  offer: UpdateOffer;
  /** The file that says where the releases are: electron-builder puts it into what it makes for a release. */
  configFile: string | null;
  /** The page of a version; null where the file names none. */
  pageOf(version: string): string | null;
}

export interface FeedCircumstances {
  platform: string;
  /** Absolute; most copies have none there. */
  configFile: string;
  /** `APPIMAGE` and `PORTABLE_EXECUTABLE_FILE` are set by the programs that unpack such files. */
  variables: Record<string, string | undefined>;
}

const nothing: UpdateFeed = { offer: 'nothing', configFile: null, pageOf: () => null };

/** `owner` and `repo` of a release on GitHub, out of electron-builder's few lines of YAML. */
function repositoryOf(config: string): string | null {
  const value = (name: string): string | undefined =>
    new RegExp(`^${name}: *['"]?([\\w.-]+)['"]?\\s*$`, 'm').exec(config)?.[1];
  const [owner, repo] = [value('owner'), value('repo')];
  return value('provider') === 'github' && owner && repo ? `${owner}/${repo}` : null;
}

/** A new version replaces the app itself where the app is one file of the user's, or has an installer for the user. */
function offerOf({ platform, variables }: FeedCircumstances): UpdateOffer {
  if (platform === 'darwin') return 'install';
  if (platform === 'win32') return variables['PORTABLE_EXECUTABLE_FILE'] ? 'page' : 'install';
  return variables['APPIMAGE'] ? 'install' : 'page';
}

export function findFeed(circumstances: FeedCircumstances): UpdateFeed {
  const { configFile } = circumstances;
  if (!existsSync(configFile)) return nothing;
  const repository = repositoryOf(readFileSync(configFile, 'utf8'));
  return {
    offer: offerOf(circumstances),
    configFile,
    pageOf: (version) =>
      repository === null ? null : `https://github.com/${repository}/releases/tag/v${version}`,
  };
}
