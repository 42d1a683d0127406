import { firstSessionId } from '../../../preload/contract/sessions.ts';
import type { Migration } from '../migration.ts';

/** What a script called its session, as a name; ids made by machines are cut to what can be told apart. */
const nameOfId = (id: string): string => `
  CASE
    WHEN ${id} GLOB '????????-????-????-????-????????????' THEN 'Session ' || substr(${id}, 1, 8)
    WHEN trim(${id}, char(9, 10, 11, 12, 13, 32)) = '' THEN 'Session'
    ELSE substr(trim(${id}, char(9, 10, 11, 12, 13, 32)), 1, 80)
  END`;

/** Milliseconds since 1970. */
const now = `CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)`;

/**
 * Every operation belongs to a session. Until now the column held whatever a caller had passed, or nothing: those
 * without one go to the first session, the others to a session with their id.
 *
 * `used_at` orders the list; the one selected last is the current one. A removed session stays as a row, so that the
 * ledger knows its name. The triggers hold what a foreign key would (SQLite adds none to an existing table) and two
 * things more: a session that has an operation is not removed, and what was spent goes along with its operation.
 */
export const sessions: Migration = {
  number: 4,
  name: 'sessions',
  sql: `
    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) > 0),
      created_at INTEGER NOT NULL,
      used_at INTEGER NOT NULL,
      selected_at INTEGER,
      archived_at INTEGER,
      removed_at INTEGER
    ) STRICT;

    INSERT INTO sessions (id, name, created_at, used_at)
    SELECT '${firstSessionId}', 'First session', coalesce(min(created_at), ${now}), coalesce(max(created_at), ${now})
    FROM operations WHERE session_id IS NULL OR session_id = '${firstSessionId}';

    INSERT INTO sessions (id, name, created_at, used_at, removed_at)
    SELECT id, ${nameOfId('id')}, min(created_at), max(created_at), CASE WHEN max(is_there) = 0 THEN ${now} END
    FROM (
      SELECT session_id AS id, created_at, 1 AS is_there FROM operations
      UNION ALL
      SELECT session_id, created_at, 0 FROM spend
    )
    WHERE id IS NOT NULL AND id <> '${firstSessionId}' GROUP BY id;

    UPDATE operations SET session_id = '${firstSessionId}' WHERE session_id IS NULL;
    UPDATE spend SET session_id = '${firstSessionId}' WHERE session_id IS NULL;
    UPDATE sessions SET selected_at = used_at
    WHERE id = (SELECT id FROM sessions WHERE removed_at IS NULL ORDER BY used_at DESC, id LIMIT 1);

    -- Its last column makes it cover what is counted.
    CREATE INDEX operations_session ON operations (session_id, created_at DESC, id DESC, deleted_at)
      WHERE deleted_at IS NULL;
    CREATE INDEX operations_deleted ON operations (deleted_at, session_id) WHERE deleted_at IS NOT NULL;

    CREATE TRIGGER operations_have_session BEFORE INSERT ON operations
    WHEN NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id)
    BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY: an operation belongs to a session'); END;

    CREATE TRIGGER operations_keep_session BEFORE UPDATE OF session_id ON operations
    WHEN NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id)
    BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY: an operation belongs to a session'); END;

    CREATE TRIGGER sessions_keep_operations BEFORE DELETE ON sessions
    WHEN EXISTS (SELECT 1 FROM operations WHERE session_id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY: an operation belongs to a session'); END;

    CREATE TRIGGER sessions_come_back_new AFTER INSERT ON operations WHEN NEW.deleted_at IS NULL
    BEGIN UPDATE sessions SET removed_at = NULL WHERE id = NEW.session_id AND removed_at IS NOT NULL; END;

    CREATE TRIGGER sessions_come_back_restored AFTER UPDATE OF deleted_at, session_id ON operations
    WHEN NEW.deleted_at IS NULL
    BEGIN UPDATE sessions SET removed_at = NULL WHERE id = NEW.session_id AND removed_at IS NOT NULL; END;

    CREATE TRIGGER spend_follows_session AFTER UPDATE OF session_id ON operations
    WHEN NEW.session_id IS NOT OLD.session_id
    BEGIN UPDATE spend SET session_id = NEW.session_id WHERE operation_id = NEW.id; END;
  `,
};
