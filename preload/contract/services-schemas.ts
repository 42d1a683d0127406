/** What the window may give so that the user gets at a service. */
import { z } from 'zod';
import { placePatterns } from './services.ts';

const baseUrl = z.string().trim().max(500).nullable().optional();

/** A key and the only address that it may be sent to. */
export const keySchema = z.strictObject({
  key: z.string().trim().min(1).max(500),
  /** Left out or null: Google's own. */
  baseUrl,
  /** Keep it on disk although this system cannot encrypt it. */
  keepWithoutKeyring: z.boolean().optional(),
});

export const placeSchema = z.strictObject({
  project: z.string().trim().max(100).regex(placePatterns.project),
  location: z.string().trim().max(100).regex(placePatterns.location),
  outputUri: z.string().trim().max(500).regex(placePatterns.outputUri).nullable().optional(),
  baseUrl,
});
