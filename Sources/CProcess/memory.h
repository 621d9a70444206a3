#pragma once
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

// What Swift does not see of the C library's memory.

// Keeps what all threads allocate in one place.
static inline void rollcall_share_memory(void) { mallopt(M_ARENA_MAX, 1); }

// Gives back what nothing holds any more, and the code that was read.
static inline void rollcall_give_back(void) {
  malloc_trim(0);
  FILE *maps = fopen("/proc/self/maps", "re");
  if (maps == NULL) return;
  char line[8192], mode[5];
  unsigned long start, end;
  while (fgets(line, sizeof line, maps) != NULL) {
    // Constants are left alone: those that hold addresses were made at the start, and are in no file.
    if (sscanf(line, "%lx-%lx %4s", &start, &end, mode) != 3 || strcmp(mode, "r-xp") != 0) continue;
    madvise((void *)start, end - start, MADV_DONTNEED);
  }
  fclose(maps);
}
