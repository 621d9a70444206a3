#pragma once
#include <sqlite3.h>

// Swift does not import the cast in this macro: the bytes are copied before the call returns.
static inline sqlite3_destructor_type rollcall_sqlite_transient(void) { return SQLITE_TRANSIENT; }

// Swift does not import variadic functions.
static inline int rollcall_sqlite_without_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline int rollcall_sqlite_config_switch(sqlite3 *db, int option, int on) {
  return sqlite3_db_config(db, option, on, (int *)0);
}
