/** Files that the user opened with the app: double-clicked, dropped on its icon, given on the command line. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ending = '.zoetrope';
/** More at once were surely not meant. */
const atOnce = 20;

function pathOf(argument: string, folder: string): string | null {
  if (!/^file:/i.test(argument)) return path.resolve(folder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    return null;
  }
}

/** The files of templates among a command line's arguments, absolute. `folder`: what relative ones start from. */
export function templateFilesIn(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(ending))
    .map((argument) => pathOf(argument, folder))
    .filter((file) => file !== null)
    .slice(0, atOnce);
}

/** What a second start of the app gives to the first one. Whoever else may say so too: nothing but paths is taken. */
export function templateFilesOf(handedOver: unknown): string[] {
  if (typeof handedOver !== 'object' || handedOver === null || !('files' in handedOver)) return [];
  const { files } = handedOver;
  if (!Array.isArray(files)) return [];
  return files
    .filter((file: unknown) => typeof file === 'string')
    .filter((file) => path.isAbsolute(file) && file.toLowerCase().endsWith(ending))
    .slice(0, atOnce);
}

export interface OpenedFiles {
  /** Hands these to the studio, or keeps them until there is one. */
  open(files: readonly string[]): void;
  /** From now on this one gets them, those that were kept included. */
  goTo(studio: { openTemplateFiles(files: readonly string[]): void }): void;
}

export function createOpenedFiles(first: readonly string[]): OpenedFiles {
  let kept: string[] = [...first];
  let receiver: Parameters<OpenedFiles['goTo']>[0] | null = null;
  return {
    open(files) {
      if (files.length === 0) return;
      if (receiver) receiver.openTemplateFiles(files);
      else kept.push(...files);
    },
    goTo(studio) {
      receiver = studio;
      const waiting = kept;
      kept = [];
      if (waiting.length > 0) studio.openTemplateFiles(waiting);
    },
  };
}
