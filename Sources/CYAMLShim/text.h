#ifndef CYAML_TEXT_H
#define CYAML_TEXT_H

#include "cyaml_shim.h"

// Refuses what is not UTF-8, what YAML does not allow in a text, and what libyaml reads otherwise
// than YAML 1.2. Sets `result->error` and returns false at the first such place.
bool cyaml_check_text(
  const uint8_t *bytes, size_t length, cyaml_limits limits, cyaml_result *result);

#endif
