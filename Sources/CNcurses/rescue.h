#pragma once
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// What a crash still does for the terminal, with nothing but async-signal-safe calls: writes a text prepared before, puts
// the line settings back and lets the system end the program.
// The variables are this header's own in every file that calls it, so that one Swift file alone may: Rescue.swift. Each
// has a first value: without one, Swift would not make it.

enum { rollcall_crash_count = 6 };
static const int rollcall_crashes[rollcall_crash_count] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static struct sigaction rollcall_crash_actions[rollcall_crash_count] = {0};
static volatile sig_atomic_t rollcall_rescue_armed = 0;
static struct termios rollcall_rescue_termios = {0};
static char rollcall_rescue_text[512] = {0};
static size_t rollcall_rescue_length = 0;
static char rollcall_rescue_stack[65536] __attribute__((aligned(16))) = {0};

static void rollcall_on_crash(int number) {
  if (rollcall_rescue_armed) {
    rollcall_rescue_armed = 0;
    ssize_t written = write(STDOUT_FILENO, rollcall_rescue_text, rollcall_rescue_length);
    (void)written;
    tcsetattr(STDIN_FILENO, TCSANOW, &rollcall_rescue_termios);
  }
  // The default action, not the handler that was there before us: Swift's would ask questions on the terminal, and show
  // what was in memory.
  signal(number, SIG_DFL);
  raise(number);
}

// Prepares a rescue that writes this text; texts beyond 512 bytes are cut.
static inline void rollcall_rescue_install(const char *text, size_t length, const struct termios *settings) {
  rollcall_rescue_length = length < sizeof rollcall_rescue_text ? length : sizeof rollcall_rescue_text;
  memcpy(rollcall_rescue_text, text, rollcall_rescue_length);
  rollcall_rescue_termios = *settings;
  stack_t stack = {.ss_sp = rollcall_rescue_stack, .ss_size = sizeof rollcall_rescue_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {0};
  action.sa_handler = rollcall_on_crash;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (int i = 0; i < rollcall_crash_count; i++) sigaction(rollcall_crashes[i], &action, &rollcall_crash_actions[i]);
}

// Says whether there is anything to rescue: not while the shell has the terminal.
static inline void rollcall_rescue_arm(int armed) { rollcall_rescue_armed = armed; }

static inline void rollcall_rescue_remove(void) {
  rollcall_rescue_armed = 0;
  for (int i = 0; i < rollcall_crash_count; i++) sigaction(rollcall_crashes[i], &rollcall_crash_actions[i], NULL);
}
