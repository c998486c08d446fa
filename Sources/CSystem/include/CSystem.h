// What the system says and Swift's Glibc module does not show.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The words of the command line and their number. Swift reads them from /proc, which not every root has, or beside the
/// environment, where they are not if a preloaded library changed it.
char *const *csystem_arguments(int *count);

/// How many processors this process may use, as the scheduler, `taskset` or a container's processor set says.
int csystem_processors(void);

/// Makes the heap, as far as most corpora need it, one of large pages: there are fewer to ask the system for, and the processor
/// finds them faster. To be called before much is allocated; does nothing where the system or its C library cannot.
void csystem_use_large_pages(void);

/// Makes the process end as it should, whatever it was started with. To be called before anything is opened.
///
/// A standard file that is closed is opened, so that reading or writing it fails: the next file would get its number, and be
/// written where a message was meant to go. A closed pipe ends the process quietly; a file that must not grow is an error.
/// SIGHUP, SIGINT and SIGTERM end it, but not while something is written: lines stay whole. The second one does at once.
/// Where there is no more memory, it says how much was written, and ends as it would.
void csystem_prepare(void);

/// Keeps those signals waiting until csystem_end_writing(). Calls from several threads may overlap; one thread must not
/// nest them. Does not return if a signal waits already.
void csystem_begin_writing(void);

/// - Parameter written: how many bytes standard output has got.
void csystem_end_writing(size_t written);

/// How many bytes standard output has got in all.
size_t csystem_output_bytes(void);

#ifdef __cplusplus
}
#endif

#endif
