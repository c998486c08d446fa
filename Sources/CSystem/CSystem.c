#define _GNU_SOURCE
#include "CSystem.h"

#include <sched.h>
#include <stddef.h>
#include <unistd.h>

int csystem_processors(void) {
#if defined(__linux__)
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0) return CPU_COUNT(&set);
#endif
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (int)count : 1;
}

static int argumentCount = 0;
static char **arguments = NULL;

__attribute__((constructor)) static void keepArguments(int count, char **words) {
    argumentCount = count;
    arguments = words;
}

const char *csystem_argument(int index) {
    return index >= 0 && index < argumentCount ? arguments[index] : NULL;
}
