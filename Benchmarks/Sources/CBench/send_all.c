#define _GNU_SOURCE
#include "bench.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct work {
  int port;
  int count;
  char *const *requests;
  atomic_int next;
  atomic_int failures;
};

static int connected(int port) {
  int handle = socket(AF_INET, SOCK_STREAM, 0);
  int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (handle < 0 || connect(handle, (struct sockaddr *)&address, sizeof address)) return -1;
  return handle;
}

static int write_all(int handle, const char *text) {
  size_t left = strlen(text);
  while (left) {
    ssize_t written = write(handle, text, left);
    if (written <= 0) return 0;
    text += written;
    left -= (size_t)written;
  }
  return 1;
}

/// Reads one answer; a failure unless its status is 2xx and it says how long it is.
static int read_answer(int handle, char *buffer, size_t size) {
  size_t have = 0;
  char *end = NULL;
  while (!end) {
    ssize_t count = read(handle, buffer + have, size - 1 - have);
    if (count <= 0) return 0;
    have += (size_t)count;
    buffer[have] = 0;
    end = strstr(buffer, "\r\n\r\n");
    if (!end && have == size - 1) return 0;
  }
  if (strncmp(buffer, "HTTP/1.1 2", 10)) return 0;
  char *length = strcasestr(buffer, "\r\ncontent-length:");
  if (!length || length > end) return 0;
  size_t body = strtoul(length + 17, NULL, 10);
  size_t rest = (size_t)(end + 4 - buffer) + body - have;
  while (rest) {
    ssize_t count = read(handle, buffer, rest < size ? rest : size);
    if (count <= 0) return 0;
    rest -= (size_t)count;
  }
  return 1;
}

static void *send_some(void *argument) {
  struct work *work = argument;
  size_t size = 1 << 16;
  char *buffer = malloc(size);
  int handle = connected(work->port);
  int index;
  while ((index = atomic_fetch_add(&work->next, 1)) < work->count) {
    if (!buffer || handle < 0 || !write_all(handle, work->requests[index])
        || !read_answer(handle, buffer, size)) {
      atomic_fetch_add(&work->failures, 1);
      break;
    }
  }
  if (handle >= 0) close(handle);
  free(buffer);
  return NULL;
}

double send_all(int port, int width, int count, char *const requests[]) {
  struct work work = {.port = port, .count = count, .requests = requests};
  pthread_t *threads = calloc((size_t)width, sizeof *threads);
  struct timespec start, end;
  if (!threads) return -1;
  clock_gettime(CLOCK_MONOTONIC, &start);
  int started = 0;
  while (started < width && !pthread_create(&threads[started], NULL, send_some, &work)) started++;
  for (int index = 0; index < started; index++) pthread_join(threads[index], NULL);
  clock_gettime(CLOCK_MONOTONIC, &end);
  free(threads);
  if (started < width || atomic_load(&work.failures)) return -1;
  return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}
