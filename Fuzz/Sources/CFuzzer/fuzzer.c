#include "fuzzer.h"

// LeakSanitizer knows a pointer only as it is, and Swift keeps what tells an enum's cases apart in its
// spare bits: what a global variable's initialiser made (its name ends in WZ) seems lost.
const char *__lsan_default_suppressions(void) { return "leak:WZ$\n"; }

// Freed memory is kept back for a while to catch its use, but not 256 MB of it.
const char *__asan_default_options(void) { return "quarantine_size_mb=32"; }
