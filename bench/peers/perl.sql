-- As many rows for CGI::Session as Rollcall's database has sessions, like the one that it made itself. script/bench replaces
-- SESSIONS.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -500000;
INSERT INTO sessions
  SELECT lower(hex(randomblob(16))) AS id, (SELECT a_session FROM sessions LIMIT 1)
  FROM generate_series(1, SESSIONS - 1) ORDER BY id;
