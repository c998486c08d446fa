#include "CICU.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

struct CICUBreaker {
    UBreakIterator *iterator;
    UText text;
    UErrorCode error;
};

CICUBreaker *cicu_breaker_open(int32_t kind, int32_t *icu_error) {
    UErrorCode error = U_ZERO_ERROR;
    CICUBreaker *breaker = NULL;
    if (kind != CICU_WORDS && kind != CICU_SENTENCES) {
        error = U_ILLEGAL_ARGUMENT_ERROR;
    } else if ((breaker = calloc(1, sizeof *breaker)) == NULL) {
        error = U_MEMORY_ALLOCATION_ERROR;
    } else {
        breaker->text = (UText)UTEXT_INITIALIZER;
        // "en" has the rules of the root locale and, unlike "", does not depend on the environment.
        breaker->iterator =
            ubrk_open(kind == CICU_WORDS ? UBRK_WORD : UBRK_SENTENCE, "en", NULL, 0, &error);
    }
    if (icu_error != NULL) *icu_error = (int32_t)error;
    if (U_SUCCESS(error)) return breaker;
    cicu_breaker_close(breaker);
    return NULL;
}

void cicu_breaker_close(CICUBreaker *breaker) {
    if (breaker == NULL) return;
    if (breaker->iterator != NULL) ubrk_close(breaker->iterator);
    utext_close(&breaker->text);
    free(breaker);
}

int32_t cicu_breaker_set_text(CICUBreaker *breaker, const uint8_t *utf8, size_t length) {
    if (length > CICU_MAXIMUM_LENGTH) return CICU_TEXT_TOO_LONG;
    breaker->error = U_ZERO_ERROR;
    const char *bytes = utf8 == NULL ? "" : (const char *)utf8;
    utext_openUTF8(&breaker->text, bytes, (int64_t)length, &breaker->error);
    ubrk_setUText(breaker->iterator, &breaker->text, &breaker->error);
    if (U_FAILURE(breaker->error)) return CICU_FAILED;
    ubrk_first(breaker->iterator);
    return 0;
}

int32_t cicu_breaker_next(
    CICUBreaker *breaker, uint32_t *ends, uint16_t *statuses, int32_t capacity) {
    int32_t count = 0;
    while (count < capacity) {
        int32_t end = ubrk_next(breaker->iterator);
        if (end == UBRK_DONE) break;
        ends[count] = (uint32_t)end;
        statuses[count] = (uint16_t)ubrk_getRuleStatus(breaker->iterator);
        count += 1;
    }
    return count;
}

int32_t cicu_breaker_icu_error(const CICUBreaker *breaker) { return (int32_t)breaker->error; }

const char *cicu_error_name(int32_t icu_error) { return u_errorName((UErrorCode)icu_error); }

const char *cicu_version(void) {
    static _Thread_local char text[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, text);
    return text;
}

const char *cicu_unicode_version(void) {
    static _Thread_local char text[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo version;
    u_getUnicodeVersion(version);
    u_versionToString(version, text);
    return text;
}
