// For syscall().
#define _GNU_SOURCE 1

#include "CReferences.h"

#include <linux/perf_event.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <unicode/ubrk.h>
#include <unicode/ustring.h>

struct ReferenceWords {
    UBreakIterator *iterator;
    UChar *text;
    int32_t capacity;
};

ReferenceWords *reference_words_open(void) {
    ReferenceWords *words = calloc(1, sizeof *words);
    if (words == NULL) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    words->iterator = ubrk_open(UBRK_WORD, "en", NULL, 0, &error);
    if (U_SUCCESS(error)) return words;
    reference_words_close(words);
    return NULL;
}

void reference_words_close(ReferenceWords *words) {
    if (words == NULL) return;
    if (words->iterator != NULL) ubrk_close(words->iterator);
    free(words->text);
    free(words);
}

int32_t reference_words_convert(ReferenceWords *words, const char *utf8, int32_t length) {
    // A text has at most as many units of UTF-16 as bytes of UTF-8.
    if (words->capacity < length + 1) {
        UChar *text = realloc(words->text, ((size_t)length + 1) * sizeof *text);
        if (text == NULL) return -1;
        words->text = text;
        words->capacity = length + 1;
    }
    UErrorCode error = U_ZERO_ERROR;
    int32_t units = 0;
    u_strFromUTF8(words->text, words->capacity, &units, utf8, length, &error);
    return U_SUCCESS(error) ? units : -1;
}

const uint16_t *reference_words_text(const ReferenceWords *words) {
    return (const uint16_t *)words->text;
}

int64_t reference_words_count(
    ReferenceWords *words, const uint16_t *text, int32_t length, uint64_t *digest) {
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(words->iterator, (const UChar *)text, length, &error);
    if (U_FAILURE(error)) return -1;
    int64_t count = 0;
    uint64_t sum = *digest;
    while (ubrk_next(words->iterator) != UBRK_DONE) {
        sum = sum * 31 + (uint64_t)ubrk_getRuleStatus(words->iterator);
        count += 1;
    }
    *digest = sum;
    return count;
}

int64_t reference_words_list(
    ReferenceWords *words, const uint16_t *text, int32_t length, uint32_t *ends,
    uint16_t *statuses) {
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(words->iterator, (const UChar *)text, length, &error);
    if (U_FAILURE(error)) return -1;
    int64_t count = 0;
    for (int32_t end = ubrk_next(words->iterator); end != UBRK_DONE;
         end = ubrk_next(words->iterator)) {
        ends[count] = (uint32_t)end;
        statuses[count] = (uint16_t)ubrk_getRuleStatus(words->iterator);
        count += 1;
    }
    return count;
}

int32_t reference_instructions_open(void) {
    struct perf_event_attr wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.type = PERF_TYPE_HARDWARE;
    wanted.size = sizeof wanted;
    wanted.config = PERF_COUNT_HW_INSTRUCTIONS;
    wanted.exclude_kernel = 1;
    wanted.exclude_hv = 1;
    return (int32_t)syscall(SYS_perf_event_open, &wanted, 0, -1, -1, 0);
}

int64_t reference_instructions_read(int32_t counter) {
    int64_t value = 0;
    return read(counter, &value, sizeof value) == (ssize_t)sizeof value ? value : -1;
}
