#include "text.h"

#include <string.h>

static const uint32_t INVALID = UINT32_MAX;

// Decodes one scalar of two or more bytes, rejecting overlong forms and surrogates.
static uint32_t decode(const uint8_t *bytes, size_t available, size_t *width) {
  uint8_t lead = bytes[0];
  uint32_t scalar, least;
  if (lead >= 0xC2 && lead <= 0xDF) {
    *width = 2, scalar = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    *width = 3, scalar = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    *width = 4, scalar = lead & 0x07, least = 0x10000;
  } else {
    return INVALID;
  }
  if (available < *width) return INVALID;
  for (size_t index = 1; index < *width; index++) {
    if ((bytes[index] & 0xC0) != 0x80) return INVALID;
    scalar = scalar << 6 | (bytes[index] & 0x3F);
  }
  if (scalar < least || scalar > 0x10FFFF) return INVALID;
  if (scalar >= 0xD800 && scalar <= 0xDFFF) return INVALID;
  return scalar;
}

static cyaml_mark mark_at(const uint8_t *bytes, size_t offset) {
  cyaml_mark mark = {0, 0};
  for (size_t index = 0; index < offset; index++) {
    uint8_t byte = bytes[index];
    // Reading bytes[index + 1] is safe: what follows a carriage return is at most the fault itself.
    if (byte == '\n' || (byte == '\r' && bytes[index + 1] != '\n')) {
      mark.line++, mark.column = 0;
    } else if ((byte & 0xC0) != 0x80) {
      mark.column++;
    }
  }
  return mark;
}

static bool fail(
  cyaml_result *result, cyaml_fault fault, uint32_t value, const uint8_t *bytes, size_t offset
) {
  result->error = (cyaml_error){.fault = fault, .value = value, .place = mark_at(bytes, offset)};
  return false;
}

bool cyaml_check_text(
  const uint8_t *bytes, size_t length, cyaml_limits limits, cyaml_result *result
) {
  uint32_t directives = 0;
  size_t index = 0;
  while (index < length) {
    uint8_t byte = bytes[index];
    if (byte >= 0x20 && byte < 0x7F) {
      // libyaml compares each %TAG with all before it.
      if (byte == '%' && length - index >= 4 && memcmp(bytes + index, "%TAG", 4) == 0
          && (index == 0 || bytes[index - 1] == '\n' || bytes[index - 1] == '\r')
          && ++directives > limits.tag_directives) {
        return fail(result, CYAML_TOO_MANY_DIRECTIVES, 0, bytes, index);
      }
      index++;
    } else if (byte == '\n' || byte == '\t') {
      index++;
    } else if (byte == '\r') {
      index++;
      if (index == length || bytes[index] != '\n') result->has_bare_carriage_return = true;
    } else if (byte < 0x80) {
      return fail(result, CYAML_FORBIDDEN_CHARACTER, byte, bytes, index);
    } else {
      size_t width = 1;
      uint32_t scalar = decode(bytes + index, length - index, &width);
      if (scalar == INVALID) return fail(result, CYAML_INVALID_UTF8, byte, bytes, index);
      if (scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029) {
        return fail(result, CYAML_LINE_SEPARATOR, scalar, bytes, index);
      }
      if (scalar < 0xA0 || scalar == 0xFEFF || scalar == 0xFFFE || scalar == 0xFFFF) {
        return fail(result, CYAML_FORBIDDEN_CHARACTER, scalar, bytes, index);
      }
      index += width;
    }
  }
  return true;
}
