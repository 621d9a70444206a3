#pragma once
#include <errno.h>
#include <signal.h>
#include <unistd.h>

// Signals become bytes in a pipe: a handler may call almost nothing, and curses least of all.
// The variable is this header's own in every file that calls it, so that one Swift file alone may: Signals.swift.

static int rollcall_signal_pipe = -1;

static void rollcall_on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(rollcall_signal_pipe, &byte, 1);
  (void)written;
  errno = saved;
}

// Sends these signals to a pipe from now on.
static inline void rollcall_catch_signal(int number, int pipe, struct sigaction *old) {
  rollcall_signal_pipe = pipe;
  struct sigaction action = {0};
  action.sa_handler = rollcall_on_signal;
  action.sa_flags = SA_RESTART;
  sigfillset(&action.sa_mask);
  sigaction(number, &action, old);
}

static inline void rollcall_default_signal(int number) {
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
}
