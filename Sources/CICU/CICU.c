#include "CICU.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucptrie.h>
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

int32_t cicu_breaker_rules(const CICUBreaker *breaker, uint8_t *bytes, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = ubrk_getBinaryRules(breaker->iterator, bytes, capacity, &error);
    return U_SUCCESS(error) ? length : 0;
}

CICUTrie *cicu_trie_open(const uint8_t *bytes, int32_t length) {
    UErrorCode error = U_ZERO_ERROR;
    UCPTrie *trie = ucptrie_openFromBinary(
        UCPTRIE_TYPE_ANY, UCPTRIE_VALUE_BITS_ANY, bytes, length, NULL, &error);
    return U_SUCCESS(error) ? (CICUTrie *)trie : NULL;
}

void cicu_trie_close(CICUTrie *trie) {
    if (trie != NULL) ucptrie_close((UCPTrie *)trie);
}

void cicu_trie_values(const CICUTrie *trie, uint32_t first, uint32_t count, uint8_t *values) {
    for (uint32_t i = 0; i < count; i += 1) {
        values[i] = (uint8_t)ucptrie_get((const UCPTrie *)trie, (UChar32)(first + i));
    }
}

// The enumeration of the header is ICU's own.
_Static_assert(CICU_SB_SCONTINUE == U_SB_SCONTINUE && CICU_SB_UPPER == U_SB_UPPER, "ICU's values");

int32_t cicu_sentence_break(uint32_t scalar) {
    return u_getIntPropertyValue((UChar32)scalar, UCHAR_SENTENCE_BREAK);
}

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
