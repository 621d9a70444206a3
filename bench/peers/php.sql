-- Rows for bench/fastcgi/sqlite.php: as many sessions as Rollcall's database has, one of them known. script/bench replaces
-- SESSIONS, USERS, HASH and KNOWN.
PRAGMA synchronous = OFF;
PRAGMA cache_size = -500000;
CREATE TABLE users (id INTEGER PRIMARY KEY, login TEXT NOT NULL, state INTEGER NOT NULL);
CREATE TABLE sessions (
  id BLOB PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users, proof BLOB NOT NULL, idle_until INTEGER NOT NULL,
  ends_at INTEGER NOT NULL) WITHOUT ROWID;
BEGIN;
INSERT INTO users SELECT value, 'user' || value, 0 FROM generate_series(1, USERS);
INSERT INTO sessions
  SELECT randomblob(16) AS id, 1 + value % USERS, randomblob(32), unixepoch() + 86400 * 365, unixepoch() + 86400 * 365
  FROM generate_series(1, SESSIONS) ORDER BY id;
INSERT INTO sessions VALUES (x'KNOWN', 1, x'HASH', unixepoch() + 86400 * 365, unixepoch() + 86400 * 365);
COMMIT;
PRAGMA journal_mode = WAL;
