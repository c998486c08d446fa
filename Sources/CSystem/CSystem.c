#define _GNU_SOURCE
#include "CSystem.h"

#include <sched.h>
#include <unistd.h>

static int word_count;
static char **words;

// The C library hands these to whatever runs before main.
__attribute__((constructor)) static void note_arguments(int count, char **arguments) {
    word_count = count;
    words = arguments;
}

char *const *csystem_arguments(int *count) {
    *count = word_count;
    return words;
}

int csystem_processors(void) {
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
#endif
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (int)count : 1;
}
