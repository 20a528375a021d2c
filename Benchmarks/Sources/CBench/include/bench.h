#pragma once

/// What a finished process took.
struct measurement {
  int status;         ///< its exit status, 128 + n after signal n, -1 if it could not be started
  double seconds;     ///< wall time
  long resident_kib;  ///< the most memory it had resident
};

/// Runs a program to its end, its output going to the file `output`.
struct measurement measure(char *const arguments[], const char *output);

/// Sends `count` requests to a server on this machine over `width` kept connections, each connection taking
/// the next request as soon as it has an answer: the least that any client needs.
///
/// @return the seconds it took; negative if an answer was not one of success.
double send_all(int port, int width, int count, char *const requests[]);
