/** What the calls of `window.zoetrope.library` take. */
import { z } from 'zod';
import { durations, resolutions } from './domain.ts';
import { imageAspectRatios, imageSizes, mediums } from './mediums.ts';
import { libraryLimits, sortOrders, statusGroups } from './library.ts';

const operationId = z.string().min(1).max(100);
const sessionId = z.string().min(1).max(100).nullable();
const moment = z.int().min(0).max(8_640_000_000_000_000).nullable();

const query = z.strictObject({
  text: z.string().max(libraryLimits.textCharacters),
  medium: z.enum(mediums).nullable(),
  sessionId,
  statuses: z.array(z.enum(statusGroups)).max(statusGroups.length),
  models: z.array(z.string().min(1).max(100)).max(50),
  aspectRatios: z.array(z.enum(imageAspectRatios)).max(imageAspectRatios.length),
  resolutions: z.array(z.enum([...resolutions, ...imageSizes])).max(resolutions.length + imageSizes.length),
  durations: z.array(z.enum(durations)).max(durations.length),
  from: moment,
  until: moment,
  favourite: z.boolean(),
  minRating: z.int().min(libraryLimits.rating.min).max(libraryLimits.rating.max),
  withImage: z.boolean().nullable(),
  sort: z.enum(sortOrders),
});

const selection = z.union([
  z.strictObject({ operationIds: z.array(operationId).min(1).max(libraryLimits.ids) }),
  z.strictObject({ query, except: z.array(operationId).max(libraryLimits.ids) }),
]);

const offset = z.int().min(0).max(10_000_000);

export const pageSchema = z.strictObject({
  query,
  offset,
  limit: z.int().min(1).max(libraryLimits.page),
});
export const idsSchema = z.strictObject({ query, offset, limit: z.int().min(1).max(libraryLimits.ids) });
export const positionSchema = z.strictObject({ query, operationId });
export const facetsSchema = z.strictObject({ sessionId, medium: z.enum(mediums).nullable().default(null) });
export const favouriteSchema = z.strictObject({ selection, favourite: z.boolean() });
export const rateSchema = z.strictObject({
  selection,
  rating: z.int().min(libraryLimits.rating.min).max(libraryLimits.rating.max),
});
export const selectionSchema = z.strictObject({ selection });
export const undoSchema = z.strictObject({ undoToken: z.string().min(1).max(100) });
export const jobSchema = z.strictObject({ jobId: z.string().min(1).max(100) });
export const postersSchema = z.strictObject({
  operationIds: z.array(operationId).min(1).max(libraryLimits.posters),
});
