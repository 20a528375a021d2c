// One YAML document as one flat array of plain structs, read by libyaml's event parser.
#ifndef CYAML_SHIM_H
#define CYAML_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A place in the input; both numbers 0-based, the column counted in Unicode scalars.
typedef struct {
  uint32_t line;
  uint32_t column;
} cyaml_mark;

// Bytes of the result's `text`. Length 0 means none.
typedef struct {
  uint32_t offset;
  uint32_t length;
} cyaml_slice;

typedef enum {
  CYAML_SCALAR,
  CYAML_SEQUENCE,
  CYAML_MAPPING,
  CYAML_ALIAS,
} cyaml_kind;

typedef enum {
  CYAML_PLAIN,
  CYAML_SINGLE_QUOTED,
  CYAML_DOUBLE_QUOTED,
  CYAML_LITERAL,
  CYAML_FOLDED,
} cyaml_style;

// A node, followed in the array by its children: a mapping's are key, value, key, value.
typedef struct {
  uint8_t kind;       // cyaml_kind
  uint8_t style;      // cyaml_style, of a scalar
  uint32_t children;  // how many nodes are directly inside
  cyaml_mark start;   // of the tag or anchor, where there is one
  cyaml_mark end;     // a block collection ends where its last child does
  cyaml_slice text;   // a scalar's value, an alias's name
  cyaml_slice tag;    // resolved: "!ref", "tag:yaml.org,2002:str"
  cyaml_slice anchor;
} cyaml_node;

typedef enum {
  CYAML_OK,
  CYAML_OUT_OF_MEMORY,
  CYAML_INVALID_UTF8,           // `value` is the byte
  CYAML_FORBIDDEN_CHARACTER,    // `value` is the scalar
  CYAML_LINE_SEPARATOR,         // `value` is U+0085, U+2028 or U+2029
  CYAML_TOO_MANY_DIRECTIVES,
  CYAML_SYNTAX,                 // `problem` and `context` are libyaml's
  CYAML_SEVERAL_DOCUMENTS,      // `place` is the start of the second
  CYAML_TOO_DEEP,
  CYAML_TOO_MANY_NODES,
  CYAML_TOO_MUCH_TEXT,
} cyaml_fault;

typedef struct {
  cyaml_fault fault;
  uint32_t value;
  cyaml_mark place;
  const char *problem;  // static; NULL where libyaml names none
  const char *context;  // static; NULL where libyaml names none
  cyaml_mark context_place;
} cyaml_error;

typedef struct {
  uint32_t depth;         // collections inside collections
  uint32_t nodes;         // before aliases are expanded
  uint32_t text;          // bytes of all values, tags and anchors
  uint32_t tag_directives;
} cyaml_limits;

typedef struct {
  cyaml_node *nodes;  // in the order of writing, the root first
  uint32_t count;     // 0 where the input holds no document
  char *text;
  bool has_bare_carriage_return;  // one that breaks a line without a line feed
  cyaml_error error;
} cyaml_result;

// Reads the one document in `bytes`, UTF-8 without a byte-order mark. Free the result in any case.
cyaml_result cyaml_parse(const uint8_t *bytes, size_t length, cyaml_limits limits);

void cyaml_free(cyaml_result *result);

#endif
