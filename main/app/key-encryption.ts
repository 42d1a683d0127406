import { safeStorage } from 'electron';
import type { KeyEncryption } from '../settings/key-vault.ts';

/** Electron's safeStorage; on Linux without a keyring it would only pretend to encrypt, which counts as not available. */
export const keyEncryption: KeyEncryption = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (data) => safeStorage.decryptString(data),
};
