// What the system says and Swift's Glibc module does not show.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#ifdef __cplusplus
extern "C" {
#endif

/// The words of the command line and their number. Swift reads them from /proc, which not every root has, and finds none there.
char *const *csystem_arguments(int *count);

/// How many processors this process may use, as the scheduler, `taskset` or a container's processor set says.
int csystem_processors(void);

#ifdef __cplusplus
}
#endif

#endif
