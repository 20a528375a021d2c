// libFuzzer as a library (https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library).
#ifndef LOCKSTEP_FUZZER_H
#define LOCKSTEP_FUZZER_H

#include <stddef.h>
#include <stdint.h>

// Runs libFuzzer with the arguments of `main`, handing every input to `take`, which returns 0.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*take)(const uint8_t *bytes, size_t length));

#endif
