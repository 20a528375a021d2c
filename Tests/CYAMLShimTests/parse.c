// Parses each file as it is, cut off at places STEP bytes apart, and with single bytes there replaced;
// each within generous and within narrow limits. A memory checker looks on (Scripts/sanitize).
//
//     parse STEP FILE...
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cyaml_shim.h"

static const char REPLACEMENTS[] = {0, ':', '{', ']', '"', '&', '*', '!', '|', '\t', '\r', '\n', (char)0xC2, (char)0xFF};
static unsigned long documents, faults, sum;

static void read_slice(const cyaml_result *result, cyaml_slice slice) {
  for (uint32_t index = 0; index < slice.length; index++) {
    sum += (unsigned char)result->text[slice.offset + index];
  }
}

static void parse(const uint8_t *bytes, size_t length, cyaml_limits limits) {
  // A copy of its own, so that the byte after the last belongs to nobody.
  uint8_t *copy = malloc(length);
  if (length > 0 && !copy) abort();
  if (length > 0) memcpy(copy, bytes, length);
  cyaml_result result = cyaml_parse(copy, length, limits);
  for (uint32_t index = 0; index < result.count; index++) {
    cyaml_node node = result.nodes[index];
    sum += node.children + node.start.line + node.end.column;
    read_slice(&result, node.text);
    read_slice(&result, node.tag);
    read_slice(&result, node.anchor);
  }
  if (result.error.problem) sum += strlen(result.error.problem);
  if (result.error.context) sum += strlen(result.error.context);
  documents++;
  faults += result.error.fault != CYAML_OK;
  cyaml_free(&result);
  free(copy);
}

static void parse_within_limits(const uint8_t *bytes, size_t length) {
  parse(bytes, length, (cyaml_limits){100, 1000000, 1 << 26, 100});
  parse(bytes, length, (cyaml_limits){2, 20, 100, 1});
}

static void parse_variants(uint8_t *bytes, size_t length, size_t step) {
  parse_within_limits(bytes, length);
  for (size_t place = 0; place < length; place += step) {
    parse_within_limits(bytes, place);
    uint8_t original = bytes[place];
    bytes[place] = (uint8_t)REPLACEMENTS[place / step % sizeof REPLACEMENTS];
    parse_within_limits(bytes, length);
    bytes[place] = original;
  }
}

int main(int count, char **arguments) {
  size_t step = count > 1 ? strtoul(arguments[1], NULL, 10) : 0;
  if (step == 0 || count < 3) {
    fprintf(stderr, "usage: parse STEP FILE...\n");
    return 2;
  }
  for (int index = 2; index < count; index++) {
    static uint8_t bytes[1 << 20];
    FILE *file = fopen(arguments[index], "rb");
    if (!file) {
      perror(arguments[index]);
      return 2;
    }
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    parse_variants(bytes, length, step);
  }
  printf("%lu documents, %lu of them faulty\n", documents, faults);
  return documents > 0 && faults > 0 && sum > 0 ? 0 : 1;
}
