#pragma once
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/types.h>
#include <unistd.h>

// Starts a program that the kernel ends with us, however we go: posix_spawn cannot ask for that. It leads a process group
// of its own, so that it ends with all that it started, and reads and writes these descriptors. The thread that calls this
// has to stay until the program ends: the kernel takes its end for ours.
// Gives back 0 or what errno says. Between vfork and execve nothing but async-signal-safe calls.
static inline int rollcall_start_program(
    const char *path, char *const arguments[], char *const variables[], int input, int output, int errors,
    pid_t *started) {
  volatile int failure = 0;
  pid_t parent = getpid();
  sigset_t all, none, before;
  sigfillset(&all);
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = vfork();
  if (child == 0) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(127);
    // Our handlers must not run in there.
    for (int number = 1; number < NSIG; number++) {
      struct sigaction action;
      if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_IGN && action.sa_handler != SIG_DFL) {
        action.sa_handler = SIG_DFL;
        action.sa_flags = 0;
        sigaction(number, &action, NULL);
      }
    }
    if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 && dup2(errors, STDERR_FILENO) >= 0) {
      pthread_sigmask(SIG_SETMASK, &none, NULL);
      execve(path, arguments, variables);
    }
    failure = errno;
    _exit(127);
  }
  int error = child < 0 ? errno : failure;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  *started = child;
  return error;
}

// A descriptor that can be read when one of these signals, which must be blocked, is there for the process.
static inline int rollcall_signals_to_read(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_CLOEXEC | SFD_NONBLOCK);
}
