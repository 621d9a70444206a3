#pragma once
#include <pty.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <vterm.h>

// From <spawn.h>, which hides it without a feature macro.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);

// Bit-fields, unions and variadic functions, as Swift can use them.

static inline int cvterm_is_default_fg(const VTermScreenCell *cell) { return VTERM_COLOR_IS_DEFAULT_FG(&cell->fg); }
static inline int cvterm_is_default_bg(const VTermScreenCell *cell) { return VTERM_COLOR_IS_DEFAULT_BG(&cell->bg); }

// A colour as a number: 0xRRGGBB, or 0x1000000 and its index.
static inline unsigned cvterm_colour(VTermColor colour) {
  if (VTERM_COLOR_IS_INDEXED(&colour)) return 0x1000000u | colour.indexed.idx;
  return (unsigned)colour.rgb.red << 16 | (unsigned)colour.rgb.green << 8 | colour.rgb.blue;
}
static inline unsigned cvterm_foreground(const VTermScreenCell *cell) { return cvterm_colour(cell->fg); }
static inline unsigned cvterm_background(const VTermScreenCell *cell) { return cvterm_colour(cell->bg); }
static inline int cvterm_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline int cvterm_underline(const VTermScreenCell *cell) { return cell->attrs.underline != 0; }
static inline int cvterm_reverse(const VTermScreenCell *cell) { return cell->attrs.reverse; }
static inline unsigned cvterm_char(const VTermScreenCell *cell, int index) { return cell->chars[index]; }
static inline int cvterm_boolean(const VTermValue *value) { return value->boolean; }
static inline const char *cvterm_text(const VTermValue *value) { return value->string; }

static inline int cvterm_set_window_size(int file, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(file, TIOCSWINSZ, &size);
}
