import path from 'node:path';
import { inspect } from 'node:util';
import logger from 'electron-log/node';
import type { Log } from '../services/log.ts';
import { redactText } from './redact.ts';

const largestFileBytes = 1024 * 1024;

export interface AppLog extends Log {
  /** Texts that must never be written, such as the key in force. */
  setSecrets(read: () => readonly string[]): void;
}

/** Writes to `logs/main.log` of the data folder; keys never reach it. */
export function openLog(dataFolder: string): AppLog {
  let secrets: () => readonly string[] = () => [];
  logger.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'main.log');
  logger.transports.file.maxSize = largestFileBytes;
  logger.transports.console.level = process.env['ZOETROPE_LOG'] === '1' ? 'info' : 'error';

  const line = (message: string, facts?: object): string =>
    redactText(
      facts ? `${message} ${inspect(facts, { depth: 4, breakLength: Infinity })}` : message,
      secrets(),
    );
  return {
    info(message, facts) {
      logger.info(line(message, facts));
    },
    warn(message, facts) {
      logger.warn(line(message, facts));
    },
    error(message, facts) {
      logger.error(line(message, facts));
    },
    setSecrets(read) {
      secrets = read;
    },
  };
}
