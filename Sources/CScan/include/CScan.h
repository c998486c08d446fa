// Classes of ASCII bytes as bit masks, 64 bytes at a time, and what else Swift's SIMD types cannot say or say slowly:
// there is no way from a vector mask to an integer.
#ifndef CSCAN_H
#define CSCAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One bit a byte of a block of 64, the first byte in the lowest bit.
typedef struct {
    /// `A`–`Z`, `a`–`z` and `@`, which ICU's rules take for a letter.
    uint64_t letter;
    /// `0`–`9`.
    uint64_t digit;
    /// `_`.
    uint64_t underscore;
    /// The space, U+0020.
    uint64_t space;
    /// `'` and `.`, which join letters and digits alike.
    uint64_t midBoth;
    /// `,` and `;`, which join digits.
    uint64_t midNumber;
    uint64_t carriageReturn;
    uint64_t lineFeed;
    /// What white space there is besides the space: the tab and what ends lines.
    uint64_t control;
    /// What ends lines: U+000A to U+000D.
    uint64_t lineEnd;
    /// Bytes from 0x80 on.
    uint64_t nonASCII;
} CScanMasks;

/// Fills `masks` with those of `blocks` blocks from `bytes` on.
///
/// The widest vectors that the processor has are chosen when the function is first called.
void cscan_classify(const uint8_t *_Nonnull bytes, size_t blocks, CScanMasks *_Nonnull masks);

/// The same, byte by byte: what `cscan_classify` must agree with.
void cscan_classify_plainly(
    const uint8_t *_Nonnull bytes, size_t blocks, CScanMasks *_Nonnull masks);

/// Four numbers, as Swift has them.
typedef float cscan_float4 __attribute__((ext_vector_type(4)));

/// The larger of each two lanes, all of them numbers: what Swift has for it takes the vectors apart.
static inline cscan_float4 cscan_larger(cscan_float4 a, cscan_float4 b) { return b > a ? b : a; }

/// For each of `blocks` blocks of 64 bytes a mask of the bytes that have a bit, the first byte's the lowest; bits are
/// numbered from 0.
void cscan_byte_bits(
    const uint8_t *_Nonnull bytes, size_t blocks, unsigned bit, uint64_t *_Nonnull masks);

/// The same, byte by byte: what `cscan_byte_bits` must agree with.
void cscan_byte_bits_plainly(
    const uint8_t *_Nonnull bytes, size_t blocks, unsigned bit, uint64_t *_Nonnull masks);

/// For each of up to 64 words one bit, the first word's the lowest: whether it has any of `bits`.
///
/// Words beyond `count` are not read, and their bits are 0.
uint64_t cscan_test_64(const uint64_t *_Nonnull words, size_t count, uint64_t bits);

/// The same, word by word: what the others must agree with.
uint64_t cscan_test_64_plainly(const uint64_t *_Nonnull words, size_t count, uint64_t bits);

/// The five highest bits of up to 64 words, as one mask each: the first word's bit the lowest.
typedef struct {
    uint64_t bit31, bit30, bit29, bit28, bit27;
} CScanTopBits;

/// Copies `count` words, 64 at most.
CScanTopBits cscan_copy_top(
    const uint32_t *_Nonnull words, size_t count, uint32_t *_Nonnull copy);

/// The same, word by word: what the other must agree with.
CScanTopBits cscan_copy_top_plainly(
    const uint32_t *_Nonnull words, size_t count, uint32_t *_Nonnull copy);

/// For each of four bits, by the word one bit: whether the word has it.
typedef struct {
    uint64_t first, second, third, fourth;
} CScanBits;

/// The bits from number `lowest` on of up to 64 words, those of the first word the lowest.
///
/// Words beyond `count` are not read, and their bits are 0.
CScanBits cscan_bits_64(const uint64_t *_Nonnull words, size_t count, unsigned lowest);

/// The same, word by word: what `cscan_bits_64` must agree with.
CScanBits cscan_bits_64_plainly(const uint64_t *_Nonnull words, size_t count, unsigned lowest);

/// Asks for the cache line at `address`, so that it is there when it is read.
static inline void cscan_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#ifdef __cplusplus
}
#endif

#endif
