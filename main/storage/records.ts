/** What the database keeps, as the rest of main sees it, and how it is read from a row. */
import type { AppError } from '../../preload/contract/result.ts';
import type { ImageAspectRatio, ImageDuration, ImageSize, Medium } from '../../preload/contract/mediums.ts';
import type { Mode, PersonGeneration } from '../../preload/contract/modes.ts';
import type {
  AspectRatio,
  Duration,
  ImageType,
  Phase,
  Resolution,
  ServiceId,
} from '../../preload/contract/domain.ts';
import type { SqlValue } from './db.ts';

/** What was asked for beside prompt, first frame and the three choices that every clip has. */
export interface OperationExtras {
  mode: Mode;
  /** The operation whose clip is extended or edited; it may be gone. */
  sourceId: string | null;
  /** What the service called it, where it kept its clip, and its prompt, as they were when this one was asked for. */
  sourceName: string | null;
  sourceUri: string | null;
  sourcePrompt: string | null;
  /** How many extensions are in the clip, this one included. */
  extensions: number;
  /** Null: nothing is said of people. */
  personGeneration: PersonGeneration | null;
  /** Null: the service takes one of its own. */
  seed: number | null;
  /** False for a silent clip. */
  audio: boolean;
  /** Shared by the takes of one request; null, with the next two, where it was made once. */
  groupId: string | null;
  /** From 1. */
  take: number | null;
  takes: number | null;
}

/** A request of a prompt alone. */
export const noExtras: OperationExtras = {
  mode: 'text',
  sourceId: null,
  sourceName: null,
  sourceUri: null,
  sourcePrompt: null,
  extensions: 0,
  personGeneration: null,
  seed: null,
  audio: true,
  groupId: null,
  take: null,
  takes: null,
};

export interface OperationRow extends OperationExtras {
  id: string;
  service: ServiceId;
  model: string;
  prompt: string;
  negativePrompt: string | null;
  medium: Medium;
  aspectRatio: AspectRatio | ImageAspectRatio;
  /** An image's size. */
  resolution: Resolution | ImageSize;
  duration: Duration | ImageDuration;
  sessionId: string;
  uploadId: string | null;
  estimatedUsd: number;
  phase: Phase;
  /** The service's name of the operation, written as soon as the service answers. */
  remoteName: string | null;
  /** Where the service keeps the finished clip. */
  remoteUri: string | null;
  /**
   * Since when the service keeps the clip: when it had finished it, at the earliest, or when it extended it last. Null
   * while it has not finished.
   */
  readyAt: number | null;
  /** Which of the user's keys it belongs to (`VideoBackend.account`); null where that was not written down. */
  account: string | null;
  /** The name reserved for the clip, before the file is there. */
  fileName: string | null;
  /** The library folder that the name was reserved in. */
  fileFolder: string | null;
  /** The service's ETag of the file that a `.part` is the beginning of. */
  partEtag: string | null;
  /** When the user was told that the service deletes the clip soon. */
  deadlineToldAt: number | null;
  error: AppError | null;
  queueOrder: number;
  /** When the user allowed it to go over a budget; null when not. Ends with its create. */
  overAllowedAt: number | null;
  createdAt: number;
  submittedAt: number | null;
  acceptedAt: number | null;
  finishedAt: number | null;
  deletedAt: number | null;
}

export interface UploadRow {
  id: string;
  sha256: string;
  name: string;
  mimeType: ImageType;
  width: number;
  height: number;
  sizeBytes: number;
  createdAt: number;
}

export interface ClipRow {
  operationId: string;
  /** The library folder at the time the clip was saved; absolute. */
  folder: string;
  fileName: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  hasPoster: boolean;
  createdAt: number;
}

/** What the user thinks of a clip. */
export interface Marks {
  favourite: boolean;
  /** 0 to 5; 0: not rated. */
  rating: number;
}

/** The images of a request beside its first frame. */
export interface OperationImages {
  lastFrame: UploadRow | null;
  /** In the order in which the prompt may speak of them. */
  references: UploadRow[];
}

export const noImages: OperationImages = { lastFrame: null, references: [] };

/** An operation with all that belongs to it. */
export interface OperationRecord extends OperationImages {
  operation: OperationRow;
  marks: Marks;
  /** The first frame. */
  upload: UploadRow | null;
  clip: ClipRow | null;
  /** The clip that it was made of is in the library. */
  hasSource: boolean;
  /** The finished extension that it is inside of, which stands in the library for it; null where it stands itself. */
  partOf: string | null;
}

export const operationColumns = {
  id: 'id',
  service: 'service',
  model: 'model',
  prompt: 'prompt',
  negativePrompt: 'negative_prompt',
  medium: 'medium',
  aspectRatio: 'aspect_ratio',
  resolution: 'resolution',
  duration: 'duration',
  sessionId: 'session_id',
  uploadId: 'upload_id',
  estimatedUsd: 'estimated_usd',
  phase: 'phase',
  remoteName: 'remote_name',
  remoteUri: 'remote_uri',
  readyAt: 'ready_at',
  account: 'account',
  fileName: 'file_name',
  fileFolder: 'file_folder',
  partEtag: 'part_etag',
  deadlineToldAt: 'deadline_told_at',
  error: 'error',
  queueOrder: 'queue_order',
  overAllowedAt: 'over_allowed_at',
  createdAt: 'created_at',
  submittedAt: 'submitted_at',
  acceptedAt: 'accepted_at',
  finishedAt: 'finished_at',
  deletedAt: 'deleted_at',
  mode: 'mode',
  sourceId: 'source_id',
  sourceName: 'source_name',
  sourceUri: 'source_uri',
  sourcePrompt: 'source_prompt',
  extensions: 'extensions',
  personGeneration: 'person_generation',
  seed: 'seed',
  audio: 'audio',
  groupId: 'group_id',
  take: 'take',
  takes: 'takes',
} as const satisfies Record<keyof OperationRow, string>;

export type Raw = Record<string, SqlValue>;
export type OperationChanges = Partial<Omit<OperationRow, 'id'>>;

export function encode(key: string, value: unknown): SqlValue {
  if (typeof value === 'boolean') return Number(value);
  return key === 'error' && value !== null ? JSON.stringify(value) : (value as SqlValue);
}

/** The columns' types are the schema's: STRICT tables and CHECKs hold what this trusts. */
function toOperation(raw: Raw): OperationRow {
  const row: Record<string, unknown> = Object.fromEntries(
    Object.entries(operationColumns).map(([key, column]) => [key, raw[column]]),
  );
  if (typeof row['error'] === 'string') row['error'] = JSON.parse(row['error']) as AppError;
  row['audio'] = row['audio'] === 1;
  return row as unknown as OperationRow;
}

function toImages(json: SqlValue | undefined): OperationImages {
  if (typeof json !== 'string') return noImages;
  const images = JSON.parse(json) as (UploadRow & { role: 'last_frame' | 'reference'; position: number })[];
  images.sort((one, other) => one.position - other.position);
  const withRole = (wanted: string) =>
    images
      .filter(({ role }) => role === wanted)
      .map((image): UploadRow => {
        const { id, sha256, name, mimeType, width, height, sizeBytes, createdAt } = image;
        return { id, sha256, name, mimeType, width, height, sizeBytes, createdAt };
      });
  return { lastFrame: withRole('last_frame')[0] ?? null, references: withRole('reference') };
}

export function toRecord(raw: Raw): OperationRecord {
  const operation = toOperation(raw);
  return {
    operation,
    marks: { favourite: raw['favourite'] === 1, rating: raw['rating'] as number },
    upload:
      operation.uploadId === null
        ? null
        : ({
            id: operation.uploadId,
            sha256: raw['u_sha256'],
            name: raw['u_name'],
            mimeType: raw['u_mime_type'],
            width: raw['u_width'],
            height: raw['u_height'],
            sizeBytes: raw['u_size_bytes'],
            createdAt: raw['u_created_at'],
          } as UploadRow),
    clip:
      raw['c_file_name'] === null
        ? null
        : ({
            operationId: operation.id,
            folder: raw['c_folder'],
            fileName: raw['c_file_name'],
            sizeBytes: raw['c_size_bytes'],
            width: raw['c_width'],
            height: raw['c_height'],
            durationSeconds: raw['c_duration_seconds'],
            hasPoster: raw['c_has_poster'] === 1,
            createdAt: raw['c_created_at'],
          } as ClipRow),
    ...toImages(raw['images']),
    hasSource: raw['has_source'] === 1,
    partOf: raw['part_of'] as string | null,
  };
}

export const selectRecord = `
  SELECT o.*,
    u.sha256 AS u_sha256, u.name AS u_name, u.mime_type AS u_mime_type, u.width AS u_width,
    u.height AS u_height, u.size_bytes AS u_size_bytes, u.created_at AS u_created_at,
    c.folder AS c_folder, c.file_name AS c_file_name, c.size_bytes AS c_size_bytes, c.width AS c_width,
    c.height AS c_height, c.duration_seconds AS c_duration_seconds, c.has_poster AS c_has_poster,
    c.created_at AS c_created_at,
    -- Only where there may be some: most requests have a prompt and a first frame at most.
    CASE WHEN o.mode IN ('frames', 'references') OR (o.medium = 'image' AND o.mode = 'edit') THEN (
      SELECT json_group_array(json_object('role', i.role, 'position', i.position, 'id', r.id, 'sha256', r.sha256,
        'name', r.name, 'mimeType', r.mime_type, 'width', r.width, 'height', r.height, 'sizeBytes', r.size_bytes,
        'createdAt', r.created_at))
      FROM operation_images i JOIN uploads r ON r.id = i.upload_id WHERE i.operation_id = o.id
    ) END AS images,
    o.source_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM operations s WHERE s.id = o.source_id AND s.deleted_at IS NULL) AS has_source
  FROM operations o
  LEFT JOIN uploads u ON u.id = o.upload_id
  LEFT JOIN clips c ON c.operation_id = o.id`;
