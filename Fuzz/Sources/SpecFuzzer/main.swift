import CFuzzer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The arguments are libFuzzer's: https://llvm.org/docs/LibFuzzer.html#options
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv

exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, length in
    Input(bytes: Array(UnsafeBufferPointer(start: bytes, count: length))).walk()
    return 0
  }
)
