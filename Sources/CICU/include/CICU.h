// The only door to libicu. No ICU type stands in this header: ICU renames its functions by macro, and its
// types clash with those of Foundation's own ICU when both are seen by one Swift module.
#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A text boundary finder by ICU's root rules. One serves one thread at a time.
typedef struct CICUBreaker CICUBreaker;

/// What a breaker finds.
enum {
    /// Words, with ICU's rule status: 0 for symbols and spaces, 100 numbers, 200 letters, 300 kana, 400 ideographs.
    CICU_WORDS = 1,
    /// Sentences: status 0, or 100 where only a line break ended one.
    CICU_SENTENCES = 2,
};

/// What the functions below answer when they fail.
enum {
    /// ICU has no rules or data for the kind, or there is no memory; `cicu_breaker_icu_error` says more.
    CICU_FAILED = -1,
    /// The text is longer than `CICU_MAXIMUM_LENGTH` bytes.
    CICU_TEXT_TOO_LONG = -2,
};

/// The longest text, in bytes, that a breaker takes: ICU counts in 32-bit signed integers.
#define CICU_MAXIMUM_LENGTH 2147483646

/// Opens a breaker for `kind`, to be closed by `cicu_breaker_close`.
/// Answers NULL on failure, and puts ICU's error code into `icu_error` unless that is NULL.
CICUBreaker *_Nullable cicu_breaker_open(int32_t kind, int32_t *_Nullable icu_error);

/// Closes the breaker.
void cicu_breaker_close(CICUBreaker *_Nullable breaker);

/// Starts on a text of `length` bytes of UTF-8, which must stay where it is until the last boundary is fetched
/// or another text is set. Answers 0, `CICU_FAILED` or `CICU_TEXT_TOO_LONG`.
int32_t cicu_breaker_set_text(
    CICUBreaker *_Nonnull breaker, const uint8_t *_Nullable utf8, size_t length);

/// Fetches the next boundaries, at most `capacity`: the byte offset at which each segment ends and the rule
/// status of that segment. The first segment starts at 0, which is not reported; the last ends at the length.
/// Answers how many were fetched, 0 after the last.
int32_t cicu_breaker_next(
    CICUBreaker *_Nonnull breaker, uint32_t *_Nonnull ends, uint16_t *_Nonnull statuses,
    int32_t capacity);

/// ICU's error code for the last failure of this breaker.
int32_t cicu_breaker_icu_error(const CICUBreaker *_Nonnull breaker);

/// Copies the compiled rules of a breaker, at most `capacity` bytes; answers how many bytes they have, 0 on failure.
/// Their layout is ICU's (`rbbidata.h`), and its version stands in their header.
int32_t cicu_breaker_rules(
    const CICUBreaker *_Nonnull breaker, uint8_t *_Nullable bytes, int32_t capacity);

/// A map from code points to small numbers, in ICU's serialized form as it stands in compiled rules.
typedef struct CICUTrie CICUTrie;

/// Opens a trie over bytes that must stay where they are; NULL for bytes that are no trie. To be closed by
/// `cicu_trie_close`.
CICUTrie *_Nullable cicu_trie_open(const uint8_t *_Nonnull bytes, int32_t length);

/// Closes the trie.
void cicu_trie_close(CICUTrie *_Nullable trie);

/// Puts the values of `count` code points from `first` on into `values`.
void cicu_trie_values(
    const CICUTrie *_Nonnull trie, uint32_t first, uint32_t count, uint8_t *_Nonnull values);

/// What a code point is to the sentence rules (Unicode's `Sentence_Break`).
enum {
    CICU_SB_OTHER = 0,
    CICU_SB_ATERM = 1,
    CICU_SB_CLOSE = 2,
    CICU_SB_FORMAT = 3,
    CICU_SB_LOWER = 4,
    CICU_SB_NUMERIC = 5,
    CICU_SB_OLETTER = 6,
    CICU_SB_SEP = 7,
    CICU_SB_SP = 8,
    CICU_SB_STERM = 9,
    CICU_SB_UPPER = 10,
    CICU_SB_CR = 11,
    CICU_SB_EXTEND = 12,
    CICU_SB_LF = 13,
    CICU_SB_SCONTINUE = 14,
};

/// The `Sentence_Break` property of a code point, one of the above.
int32_t cicu_sentence_break(uint32_t scalar);

/// A converter of one charset to UTF-8. One serves one thread at a time.
typedef struct CICUConverter CICUConverter;

/// The name that a charset has for MIME or IANA, else ICU's own; NULL for what is no charset's name. It is a constant.
const char *_Nullable cicu_charset_name(const char *_Nonnull label);

/// Opens a converter for a charset by any of its names, to be closed by `cicu_converter_close`; NULL for a name that is
/// none, or for want of memory.
CICUConverter *_Nullable cicu_converter_open(const char *_Nonnull label);

/// Closes the converter.
void cicu_converter_close(CICUConverter *_Nullable converter);

/// What one step of a converter did.
typedef struct {
    /// Bytes of the input that were used, and bytes written to the output.
    size_t read, written;
    /// How many bytes, the last before the end of what was read, stand for nothing: U+FFFD was written for them. 0 for none.
    int32_t invalid;
} CICUDecoded;

/// Decodes as much as fits into the output, which has room for eight bytes at least, and no further than to bytes that
/// stand for nothing. With `isLast`, nothing comes after the input. It is asked again until it reads and writes no more.
CICUDecoded cicu_converter_decode(
    CICUConverter *_Nonnull converter, const uint8_t *_Nullable input, size_t inputCount,
    bool isLast, uint8_t *_Nonnull output, size_t outputCount);

/// Whether ICU's detector of charsets is there: a library that is loaded with the first call.
bool cicu_can_detect(void);

/// The likeliest charset of bytes, by the name of `cicu_charset_name`; NULL for none. `isHTML`: markup does not count.
const char *_Nullable cicu_detect(const uint8_t *_Nonnull bytes, int32_t count, bool isHTML);

/// ICU's name for an error code, such as `U_FILE_ACCESS_ERROR`.
const char *_Nonnull cicu_error_name(int32_t icu_error);

/// The version of the ICU that is linked in, such as `72.1`; valid on the calling thread until it ends.
const char *_Nonnull cicu_version(void);

/// The version of Unicode that this ICU follows, such as `15.0`; valid on the calling thread until it ends.
const char *_Nonnull cicu_unicode_version(void);

#ifdef __cplusplus
}
#endif

#endif
