// What reading and writing JSON and HTML asks of bytes, many at a time: where a string stops being plain, whether it is UTF-8,
// how long it is in other units, and its escapes.
#ifndef CTEXT_H
#define CTEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The number of bytes before the first quote, backslash or control character (below 0x20); `count` if there is none.
///
/// The highest bit of `*seen` is set if one of those bytes, or one of the few looked at behind them, is not ASCII.
size_t ctext_plain(const uint8_t *_Nonnull bytes, size_t count, uint8_t *_Nonnull seen);

/// Whether all bytes are below 0x80.
bool ctext_is_ascii(const uint8_t *_Nonnull bytes, size_t count);

/// Whether the bytes are UTF-8 (The Unicode Standard, table 3-7).
bool ctext_is_utf8(const uint8_t *_Nonnull bytes, size_t count);

/// Marks the bytes of valid UTF-8 that continue a code point: a bit each in `marks`, 64 bytes a number from the lowest
/// bit on, and in `before` how many stand before those 64. Both have room for one number more than `count` / 64.
///
/// - Returns: how many bytes start a code point of four bytes.
size_t ctext_mark_continuations(
    const uint8_t *_Nonnull bytes, size_t count, uint64_t *_Nonnull marks,
    uint32_t *_Nonnull before);

/// The same for the bytes that start a code point of four bytes.
void ctext_mark_fours(
    const uint8_t *_Nonnull bytes, size_t count, uint64_t *_Nonnull marks,
    uint32_t *_Nonnull before);

/// The number of bytes before the first place where a pattern stands; `count` if it stands nowhere.
size_t ctext_find(
    const uint8_t *_Nonnull bytes, size_t count, const uint8_t *_Nonnull pattern, size_t length);

/// The number of line feeds.
size_t ctext_line_feeds(const uint8_t *_Nonnull bytes, size_t count);

/// The number of bytes up to and with the last line feed; 0 if there is none.
size_t ctext_whole_lines(const uint8_t *_Nonnull bytes, size_t count);

/// A named character reference of HTML, without its ampersand.
typedef struct {
    /// How many bytes the name has, with its semicolon if it has one; 0 for no reference.
    size_t length;
    /// The characters that it stands for, in UTF-8.
    const uint8_t *_Nullable text;
    size_t textLength;
} CTextReference;

/// The longest named character reference that the bytes start with.
CTextReference ctext_reference(const uint8_t *_Nonnull bytes, size_t count);

/// Writes valid UTF-8 as a string of JSON without its quotes to `output`, which has room for six times `count` and 16.
///
/// Escaped are `"`, `\` and the control characters, as RFC 8259 asks, and U+007F, U+2028 and U+2029, which break
/// lines in JavaScript or terminals.
///
/// - Returns: the number of bytes written.
size_t ctext_quote(
    const uint8_t *_Nonnull bytes, size_t count, uint8_t *_Nonnull output);

#ifdef __cplusplus
}
#endif

#endif
