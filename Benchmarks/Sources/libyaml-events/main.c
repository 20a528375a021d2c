// The least that any reader of YAML on libyaml must do: fetch every event of a file, and drop it.
// Prints the seconds of each of RUNS readings, the file already in memory.
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int read_events(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  int is_end = 0;
  if (!yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_string(&parser, bytes, count);
  while (!is_end && yaml_parser_parse(&parser, &event)) {
    is_end = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return is_end;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *file = fopen(arguments[1], "rb");
  if (!file || fseek(file, 0, SEEK_END)) return 1;
  size_t size = (size_t)ftell(file);
  rewind(file);
  unsigned char *bytes = malloc(size + 1);
  if (!bytes || fread(bytes, 1, size, file) != size) return 1;
  fclose(file);
  for (int run = atoi(arguments[2]); run > 0; run--) {
    double start = now();
    if (!read_events(bytes, size)) return 1;
    printf("%.6f\n", now() - start);
  }
  free(bytes);
  return 0;
}
