// Runs a program once and prints what it took: nanoseconds from its start to its end, the most memory it had in KiB, its page
// faults, its exit status. What it prints is thrown away. It is small, because a process that starts another one lends it
// its own peak of memory.
//
//   cc -O2 -static run.c; run PROGRAM [ARGUMENT…]
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

int main(int count, char **words) {
  extern char **environ;
  struct timespec start, end;
  struct rusage usage;
  posix_spawn_file_actions_t actions;
  pid_t child;
  int status;
  if (count < 2) return 2;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  clock_gettime(CLOCK_MONOTONIC, &start);
  if (posix_spawn(&child, words[1], &actions, NULL, words + 1, environ) != 0) return 1;
  if (wait4(child, &status, 0, &usage) != child) return 1;
  clock_gettime(CLOCK_MONOTONIC, &end);
  printf("%lld %ld %ld %d\n", (end.tv_sec - start.tv_sec) * 1000000000LL + (end.tv_nsec - start.tv_nsec), usage.ru_maxrss,
         usage.ru_minflt, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}
