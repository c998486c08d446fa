#define _GNU_SOURCE
#include "CSystem.h"

#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

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

void csystem_use_large_pages(void) {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
    enum { page = 2 << 20, block = 30 << 20, more = 66 << 20 };
    // What is free stays in the heap, and so do large blocks.
    mallopt(M_TRIM_THRESHOLD, INT32_MAX);
    mallopt(M_MMAP_THRESHOLD, block + page);
    mallopt(M_TOP_PAD, more);
    char *first = malloc(block);
    mallopt(M_TOP_PAD, 1 << 20);
    if (first == NULL) return;
    uintptr_t start = ((uintptr_t)first + page - 1) & ~(uintptr_t)(page - 1);
    uintptr_t end = (uintptr_t)sbrk(0) & ~(uintptr_t)(page - 1);
    free(first);
    // Where memory is short, the block came from elsewhere and the heap ends before it.
    if (start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
#endif
}
