// The floor under a check: a static C program that opens the database for reading, finds one session by the hash of its
// cookie, and answers. It has no policy, no key, no rights to look after and nothing to say about what went wrong.
//
//   cc -O2 -static floor.c -lsqlite3 -lsodium -lm -lpthread -ldl
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char find[] =
    "SELECT users.login FROM sessions JOIN users ON users.id = sessions.user_id "
    "WHERE sessions.hash = ?1 AND sessions.expires_at > ?2";

// The cookie's value, or nothing; its length in *length.
static const char *cookie(size_t *length) {
  const char *all = getenv("HTTP_COOKIE"), *value = all ? strstr(all, "floor=") : NULL;
  if (!value) return NULL;
  value += sizeof "floor=" - 1;
  *length = strcspn(value, ";");
  return value;
}

int main(void) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  sqlite3 *database = NULL;
  sqlite3_stmt *query = NULL;
  size_t length = 0;
  int known = 0;
  const char *value = cookie(&length), *path = getenv("FLOOR_DATABASE");
  if (value && path && sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
      sqlite3_prepare_v2(database, find, sizeof find, &query, NULL) == SQLITE_OK) {
    crypto_hash_sha256(hash, (const unsigned char *)value, length);
    sqlite3_bind_blob(query, 1, hash, sizeof hash, SQLITE_STATIC);
    sqlite3_bind_int64(query, 2, time(NULL));
    if (sqlite3_step(query) == SQLITE_ROW) {
      known = 1;
      printf("Status: 200 OK\r\nRemote-User: %s\r\nContent-Length: 0\r\n\r\n", sqlite3_column_text(query, 0));
    }
  }
  sqlite3_finalize(query);
  sqlite3_close(database);
  if (!known) fputs("Status: 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", stdout);
  return 0;
}
