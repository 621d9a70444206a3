-- The peers' rows: as many sessions as Rollcall's database has, one of them known. script/bench replaces SESSIONS, USERS,
-- HASH and TOKEN.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -500000;
CREATE TABLE users(id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE);
CREATE TABLE sessions(
  hash BLOB PRIMARY KEY, user_id INTEGER NOT NULL, created_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE user_man(id INTEGER PRIMARY KEY, login_name TEXT UNIQUE, password TEXT, session TEXT);
BEGIN;
INSERT INTO users SELECT value, 'user' || value FROM generate_series(1, USERS);
INSERT INTO user_man SELECT value, 'user' || value, 'secret', lower(hex(randomblob(16))) FROM generate_series(1, USERS);
UPDATE user_man SET session = 'TOKEN' WHERE id = 1;
INSERT INTO sessions
  SELECT randomblob(32) AS hash, 1 + value % USERS, unixepoch(), unixepoch(), unixepoch() + 86400 * 365
  FROM generate_series(1, SESSIONS) ORDER BY hash;
INSERT INTO sessions VALUES (x'HASH', 1, unixepoch(), unixepoch(), unixepoch() + 86400 * 365);
COMMIT;
