#pragma once
#define NCURSES_WIDECHAR 1
#include <ncursesw/curses.h>
#include <langinfo.h>
#include <stdio.h>
#include <sys/ioctl.h>

// What Swift cannot see of curses and the C library: variables, macros and variadic functions.

// From <term.h>, whose macros for every capability would take half of all names.
extern int setupterm(const char *name, int file, int *reason);

static inline WINDOW *rollcall_stdscr(void) { return stdscr; }
static inline WINDOW *rollcall_curscr(void) { return curscr; }
static inline int rollcall_colors(void) { return COLORS; }
static inline int rollcall_color_pairs(void) { return COLOR_PAIRS; }
static inline FILE *rollcall_stdin(void) { return stdin; }
static inline FILE *rollcall_stdout(void) { return stdout; }

static inline attr_t rollcall_bold(void) { return A_BOLD; }
static inline attr_t rollcall_underline(void) { return A_UNDERLINE; }
static inline attr_t rollcall_reverse(void) { return A_REVERSE; }

// From <wchar.h>, which hides it without a feature macro.
extern int wcwidth(wchar_t);
static inline int rollcall_wcwidth(wchar_t character) { return wcwidth(character); }

// From <sys/mman.h>, which hides it likewise: a file in memory that no child inherits; -1 when there is none.
extern int memfd_create(const char *name, unsigned flags);
static inline int rollcall_memory_file(void) { return memfd_create("rollcall", 1 /* MFD_CLOEXEC */); }

// Rows and columns of a terminal; 0 when it says so or is none.
static inline void rollcall_window_size(int file, int *rows, int *columns) {
  struct winsize size = {0};
  *rows = *columns = 0;
  if (ioctl(file, TIOCGWINSZ, &size) == 0) {
    *rows = size.ws_row;
    *columns = size.ws_col;
  }
}

// How many bytes wait to be read.
static inline int rollcall_waiting(int file) {
  int count = 0;
  return ioctl(file, FIONREAD, &count) == 0 ? count : -1;
}

#include "signals.h"
#include "rescue.h"
