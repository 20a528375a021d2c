#include "bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

struct measurement measure(char *const arguments[], const char *output) {
  struct measurement result = {-1, 0, 0};
  posix_spawn_file_actions_t actions;
  if (posix_spawn_file_actions_init(&actions)) return result;
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t process;
  double start = now();
  int failure = posix_spawnp(&process, arguments[0], &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failure) return result;
  struct rusage usage;
  int status;
  if (wait4(process, &status, 0, &usage) != process) return result;
  result.seconds = now() - start;
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.resident_kib = usage.ru_maxrss;
  return result;
}
