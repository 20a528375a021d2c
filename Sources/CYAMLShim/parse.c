#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "cyaml_shim.h"
#include "text.h"

typedef struct {
  cyaml_result result;
  cyaml_limits limits;
  uint32_t capacity;
  size_t text_length;
  size_t text_capacity;
  uint32_t *open;     // indices of the collections around the next node, outermost first
  bool *is_block;     // of each of them
  uint32_t depth;
  bool is_ended;      // by "..."
} reading;

static cyaml_mark mark(yaml_mark_t mark) {
  return (cyaml_mark){(uint32_t)mark.line, (uint32_t)mark.column};
}

static bool fail(reading *reading, cyaml_fault fault, yaml_mark_t place) {
  reading->result.error = (cyaml_error){.fault = fault, .place = mark(place)};
  return false;
}

static bool fail_syntax(reading *reading, const yaml_parser_t *parser) {
  cyaml_fault fault = CYAML_SYNTAX;
  if (reading->is_ended) fault = CYAML_SEVERAL_DOCUMENTS;
  if (parser->error == YAML_MEMORY_ERROR) fault = CYAML_OUT_OF_MEMORY;
  reading->result.error = (cyaml_error){
    .fault = fault,
    .place = mark(parser->problem_mark),
    .problem = parser->problem,
    .context = parser->context,
    .context_place = mark(parser->context_mark)};
  return false;
}

// Appends `length` bytes to the text.
static bool store(
  reading *reading, const void *bytes, size_t length, yaml_mark_t place, cyaml_slice *slice
) {
  if (length == 0) return true;
  size_t needed = reading->text_length + length;
  if (needed > reading->limits.text) return fail(reading, CYAML_TOO_MUCH_TEXT, place);
  if (needed > reading->text_capacity) {
    size_t capacity = needed * 2;
    char *grown = realloc(reading->result.text, capacity);
    if (!grown) return fail(reading, CYAML_OUT_OF_MEMORY, place);
    reading->result.text = grown;
    reading->text_capacity = capacity;
  }
  memcpy(reading->result.text + reading->text_length, bytes, length);
  *slice = (cyaml_slice){(uint32_t)reading->text_length, (uint32_t)length};
  reading->text_length = needed;
  return true;
}

static bool store_string(
  reading *reading, const yaml_char_t *string, yaml_mark_t place, cyaml_slice *slice
) {
  return !string || store(reading, string, strlen((const char *)string), place, slice);
}

// The node at the end of the array, counted as a child of the innermost open collection.
static cyaml_node *add(reading *reading, cyaml_kind kind, const yaml_event_t *event) {
  cyaml_result *result = &reading->result;
  if (result->count == reading->limits.nodes) {
    fail(reading, CYAML_TOO_MANY_NODES, event->start_mark);
    return NULL;
  }
  if (result->count == reading->capacity) {
    uint32_t capacity = reading->capacity * 2;
    cyaml_node *grown = realloc(result->nodes, capacity * sizeof *grown);
    if (!grown) {
      fail(reading, CYAML_OUT_OF_MEMORY, event->start_mark);
      return NULL;
    }
    result->nodes = grown;
    reading->capacity = capacity;
  }
  if (reading->depth > 0) result->nodes[reading->open[reading->depth - 1]].children++;
  cyaml_node *node = &result->nodes[result->count++];
  *node = (cyaml_node){
    .kind = (uint8_t)kind, .start = mark(event->start_mark), .end = mark(event->end_mark)};
  return node;
}

static bool open(reading *reading, bool is_block, const yaml_event_t *event) {
  if (reading->depth == reading->limits.depth) {
    return fail(reading, CYAML_TOO_DEEP, event->start_mark);
  }
  reading->open[reading->depth] = reading->result.count - 1;
  reading->is_block[reading->depth] = is_block;
  reading->depth++;
  return true;
}

// libyaml ends a block collection at the token after it, however far below that is.
static void close_child(reading *reading, cyaml_mark end) {
  if (reading->depth > 0) reading->result.nodes[reading->open[reading->depth - 1]].end = end;
}

static void close_collection(reading *reading, const yaml_event_t *event) {
  reading->depth--;
  cyaml_node *node = &reading->result.nodes[reading->open[reading->depth]];
  if (!reading->is_block[reading->depth]) node->end = mark(event->end_mark);
  close_child(reading, node->end);
}

static cyaml_style style(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return CYAML_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return CYAML_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE: return CYAML_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE: return CYAML_FOLDED;
    default: return CYAML_PLAIN;
  }
}

static bool take(reading *reading, const yaml_event_t *event) {
  yaml_mark_t place = event->start_mark;
  cyaml_node *node;
  switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
      return reading->result.count == 0 || fail(reading, CYAML_SEVERAL_DOCUMENTS, place);
    case YAML_DOCUMENT_END_EVENT:
      reading->is_ended = !event->data.document_end.implicit;
      return true;
    case YAML_SCALAR_EVENT:
      node = add(reading, CYAML_SCALAR, event);
      if (!node) return false;
      node->style = (uint8_t)style(event->data.scalar.style);
      close_child(reading, node->end);
      return store(
          reading, event->data.scalar.value, event->data.scalar.length, place, &node->text)
        && store_string(reading, event->data.scalar.tag, place, &node->tag)
        && store_string(reading, event->data.scalar.anchor, place, &node->anchor);
    case YAML_ALIAS_EVENT:
      node = add(reading, CYAML_ALIAS, event);
      if (!node) return false;
      close_child(reading, node->end);
      return store_string(reading, event->data.alias.anchor, place, &node->text);
    case YAML_SEQUENCE_START_EVENT:
      node = add(reading, CYAML_SEQUENCE, event);
      return node
        && store_string(reading, event->data.sequence_start.tag, place, &node->tag)
        && store_string(reading, event->data.sequence_start.anchor, place, &node->anchor)
        && open(reading, event->data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE, event);
    case YAML_MAPPING_START_EVENT:
      node = add(reading, CYAML_MAPPING, event);
      return node
        && store_string(reading, event->data.mapping_start.tag, place, &node->tag)
        && store_string(reading, event->data.mapping_start.anchor, place, &node->anchor)
        && open(reading, event->data.mapping_start.style == YAML_BLOCK_MAPPING_STYLE, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      close_collection(reading, event);
      return true;
    default:
      return true;
  }
}

static void read_events(reading *reading, yaml_parser_t *parser) {
  bool is_done = false;
  while (!is_done) {
    yaml_event_t event;
    if (!yaml_parser_parse(parser, &event)) {
      fail_syntax(reading, parser);
      return;
    }
    is_done = event.type == YAML_STREAM_END_EVENT || !take(reading, &event);
    yaml_event_delete(&event);
  }
}

cyaml_result cyaml_parse(const uint8_t *bytes, size_t length, cyaml_limits limits) {
  reading reading = {.limits = limits};
  if (!cyaml_check_text(bytes, length, limits, &reading.result)) return reading.result;

  yaml_parser_t parser;
  reading.capacity = (uint32_t)(length / 16) + 16;
  reading.text_capacity = length + 1;
  reading.result.nodes = malloc(reading.capacity * sizeof(cyaml_node));
  reading.result.text = malloc(reading.text_capacity);
  reading.open = malloc(limits.depth * sizeof *reading.open);
  reading.is_block = malloc(limits.depth * sizeof *reading.is_block);
  if (reading.result.nodes && reading.result.text && reading.open && reading.is_block
      && yaml_parser_initialize(&parser)) {
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, bytes, length);
    read_events(&reading, &parser);
    yaml_parser_delete(&parser);
  } else {
    reading.result.error.fault = CYAML_OUT_OF_MEMORY;
  }
  free(reading.open);
  free(reading.is_block);
  return reading.result;
}

void cyaml_free(cyaml_result *result) {
  free(result->nodes);
  free(result->text);
  result->nodes = NULL;
  result->text = NULL;
}
