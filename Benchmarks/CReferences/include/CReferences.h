// What the benchmarks compare with and measure by that Swift cannot reach: ICU's own word iterator, called as a C
// program calls it, and the processor's counter of instructions. No ICU type stands in this header (see CICU.h).
#ifndef CREFERENCES_H
#define CREFERENCES_H

#include <stddef.h>
#include <stdint.h>

/// ICU's word iterator over UTF-16, and room for a text in UTF-16.
typedef struct ReferenceWords ReferenceWords;

/// Opens an iterator by the root rules; NULL if ICU has none. To be closed by `reference_words_close`.
ReferenceWords *_Nullable reference_words_open(void);

/// Closes the iterator.
void reference_words_close(ReferenceWords *_Nullable words);

/// Converts UTF-8 into the room that the iterator has; answers the units of UTF-16, or -1 on failure.
int32_t reference_words_convert(
    ReferenceWords *_Nonnull words, const char *_Nonnull utf8, int32_t length);

/// The text that was converted last.
const uint16_t *_Nonnull reference_words_text(const ReferenceWords *_Nonnull words);

/// Goes over the segments of a text; answers their number, or -1 on failure, and folds each one's rule status into `digest`.
int64_t reference_words_count(
    ReferenceWords *_Nonnull words, const uint16_t *_Nonnull text, int32_t length,
    uint64_t *_Nonnull digest);

/// Goes over the segments of a text and puts the end of each, in units of UTF-16, and its rule status into arrays with room
/// for as many as the text has units; answers their number, or -1 on failure.
int64_t reference_words_list(
    ReferenceWords *_Nonnull words, const uint16_t *_Nonnull text, int32_t length,
    uint32_t *_Nonnull ends, uint16_t *_Nonnull statuses);

/// Opens a counter of the instructions that this thread runs in user mode; -1 where the machine or the kernel has none.
int32_t reference_instructions_open(void);

/// What the counter shows.
int64_t reference_instructions_read(int32_t counter);

#endif
