#define _GNU_SOURCE
#include "CText.h"

#include <string.h>

static inline uint64_t load(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    return word;
}

static inline uint32_t loadHalf(const uint8_t *bytes) {
    uint32_t word;
    memcpy(&word, bytes, 4);
    return word;
}

#if defined(__x86_64__)
#include <emmintrin.h>

// SSE2 is what every x86-64 has. One bit a byte that is a quote, a backslash or a control character.
static inline unsigned marked(__m128i v) {
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1F);
    __m128i m = _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash));
    return (unsigned)_mm_movemask_epi8(
        _mm_or_si128(m, _mm_cmpeq_epi8(_mm_min_epu8(v, control), v)));
}

// The same, and U+007F and the bytes C2 and E2, with which the others start that are escaped.
static inline unsigned escaped(__m128i v) {
    const __m128i delete = _mm_set1_epi8(0x7F), lead = _mm_set1_epi8((char)0xE2);
    __m128i leads = _mm_cmpeq_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), lead);
    __m128i m = _mm_or_si128(_mm_cmpeq_epi8(v, delete), leads);
    return marked(v) | (unsigned)_mm_movemask_epi8(m);
}
#endif


#define HIGH 0x8080808080808080ull

size_t ctext_plain(const uint8_t *bytes, size_t count, uint8_t *seen) {
    size_t i = 0;
    uint8_t all = *seen;
#if defined(__x86_64__)
    __m128i some = _mm_setzero_si128();
    for (; i + 32 <= count; i += 32) {
        __m128i a = _mm_loadu_si128((const __m128i *)(bytes + i));
        __m128i b = _mm_loadu_si128((const __m128i *)(bytes + i + 16));
        some = _mm_or_si128(some, _mm_or_si128(a, b));
        unsigned found = marked(a) | marked(b) << 16;
        if (found) {
            *seen = all | (_mm_movemask_epi8(some) ? 0x80 : 0);
            return i + (size_t)__builtin_ctz(found);
        }
    }
    if (_mm_movemask_epi8(some)) all |= 0x80;
#endif
    for (; i < count; i += 1) {
        uint8_t byte = bytes[i];
        if (byte < 0x20 || byte == '"' || byte == '\\') break;
        all |= byte;
    }
    *seen = all;
    return i;
}

bool ctext_is_ascii(const uint8_t *bytes, size_t count) {
    size_t i = 0;
    for (; i + 64 <= count; i += 64) {
        uint8_t all = 0;
        for (size_t k = 0; k < 64; k += 1) all |= bytes[i + k];
        if (all & 0x80) return false;
    }
    uint8_t all = 0;
    for (; i < count; i += 1) all |= bytes[i];
    return all < 0x80;
}

static inline bool continues(uint8_t byte) { return (byte & 0xC0) == 0x80; }

bool ctext_is_utf8(const uint8_t *bytes, size_t count) {
    size_t i = 0;
    while (i < count) {
        if (bytes[i] < 0x80) {
            while (i + 32 <= count
                   && !((load(bytes + i) | load(bytes + i + 8) | load(bytes + i + 16)
                         | load(bytes + i + 24)) & HIGH))
                i += 32;
            while (i < count && bytes[i] < 0x80) i += 1;
            continue;
        }
        uint8_t a = bytes[i];
        size_t left = count - i;
        if (a < 0xC2) return false;
        if (a < 0xE0) {
            if (left < 2 || !continues(bytes[i + 1])) return false;
            i += 2;
        } else if (a < 0xF0) {
            if (left < 3) return false;
            uint8_t b = bytes[i + 1];
            bool good = continues(b) && continues(bytes[i + 2]) && (a != 0xE0 || b >= 0xA0)
                && (a != 0xED || b < 0xA0);
            if (!good) return false;
            i += 3;
        } else {
            if (left < 4 || a > 0xF4) return false;
            uint8_t b = bytes[i + 1];
            bool good = continues(b) && continues(bytes[i + 2]) && continues(bytes[i + 3])
                && (a != 0xF0 || b >= 0x90) && (a != 0xF4 || b < 0x90);
            if (!good) return false;
            i += 4;
        }
    }
    return true;
}

static inline bool isFour(uint8_t byte) { return byte >= 0xF0; }

// One bit for each of up to 64 bytes of which IS holds.
#define PLAIN_MARKS(IS)                                                                           \
    uint64_t mask = 0;                                                                            \
    for (size_t k = 0; k < count; k += 1) mask |= (uint64_t)(IS(bytes[k])) << k;                  \
    return mask;

static uint64_t plainContinuations(const uint8_t *bytes, size_t count) { PLAIN_MARKS(continues) }
static uint64_t plainFours(const uint8_t *bytes, size_t count) { PLAIN_MARKS(isFour) }

static inline uint64_t continuations(const uint8_t *bytes) {
#if defined(__x86_64__)
    const __m128i first = _mm_set1_epi8((char)0xC0);
    uint64_t mask = 0;
    for (int k = 0; k < 4; k += 1) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * k));
        mask |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpgt_epi8(first, v)) << (16 * k);
    }
    return mask;
#else
    return plainContinuations(bytes, 64);
#endif
}

static inline uint64_t fours(const uint8_t *bytes) {
#if defined(__x86_64__)
    const __m128i first = _mm_set1_epi8((char)0xF0);
    uint64_t mask = 0;
    for (int k = 0; k < 4; k += 1) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * k));
        __m128i is = _mm_cmpeq_epi8(_mm_max_epu8(v, first), v);
        mask |= (uint64_t)(unsigned)_mm_movemask_epi8(is) << (16 * k);
    }
    return mask;
#else
    return plainFours(bytes, 64);
#endif
}

size_t ctext_mark_continuations(
    const uint8_t *bytes, size_t count, uint64_t *marks, uint32_t *before) {
    size_t wide = 0, block = 0;
    uint32_t sum = 0;
    for (; (block + 1) * 64 <= count; block += 1) {
        uint64_t mask = continuations(bytes + block * 64);
        marks[block] = mask;
        before[block] = sum;
        // Most are empty; a block may end with the first byte of a code point.
        if (mask || bytes[block * 64 + 63] >= 0x80) {
            sum += (uint32_t)__builtin_popcountll(mask);
            wide += (size_t)__builtin_popcountll(fours(bytes + block * 64));
        }
    }
    marks[block] = plainContinuations(bytes + block * 64, count - block * 64);
    before[block] = sum;
    wide += (size_t)__builtin_popcountll(plainFours(bytes + block * 64, count - block * 64));
    return wide;
}

void ctext_mark_fours(
    const uint8_t *bytes, size_t count, uint64_t *marks, uint32_t *before) {
    size_t block = 0;
    uint32_t sum = 0;
    for (; (block + 1) * 64 <= count; block += 1) {
        marks[block] = fours(bytes + block * 64);
        before[block] = sum;
        sum += (uint32_t)__builtin_popcountll(marks[block]);
    }
    marks[block] = plainFours(bytes + block * 64, count - block * 64);
    before[block] = sum;
}

size_t ctext_find(
    const uint8_t *bytes, size_t count, const uint8_t *pattern, size_t length) {
    const uint8_t *found = memmem(bytes, count, pattern, length);
    return found ? (size_t)(found - bytes) : count;
}

size_t ctext_line_feeds(const uint8_t *bytes, size_t count) {
    size_t found = 0;
    for (size_t i = 0; i < count;) {
        uint8_t some = 0;
        size_t end = count - i < 128 ? count : i + 128;
        for (; i < end; i += 1) some += bytes[i] == '\n';
        found += some;
    }
    return found;
}

size_t ctext_whole_lines(const uint8_t *bytes, size_t count) {
#if defined(__GLIBC__)
    const uint8_t *found = memrchr(bytes, '\n', count);
    return found ? (size_t)(found - bytes) + 1 : 0;
#else
    while (count > 0 && bytes[count - 1] != '\n') count -= 1;
    return count;
#endif
}

/// The length of what stands at `bytes` and is written by its code, and the code; 0 where nothing is.
static inline size_t coded(const uint8_t *bytes, size_t left, unsigned *code) {
    uint8_t byte = *bytes;
    if (byte < 0x20 || byte == 0x7F) {
        *code = byte;
        return 1;
    }
    if (byte == 0xC2 && left >= 2 && bytes[1] < 0xA0) {
        *code = bytes[1];
        return 2;
    }
    if (byte != 0xE2 || left < 3) return 0;
    *code = 0x2000u | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
    bool is = (*code >= 0x2028 && *code <= 0x202E) || (*code >= 0x2066 && *code <= 0x2069);
    return is ? 3 : 0;
}

/// Writes the byte at `bytes`, or an escape, and gives the number of bytes read.
static inline size_t step(const uint8_t *bytes, size_t left, uint8_t **output) {
    static const char digits[] = "0123456789abcdef";
    uint8_t byte = *bytes, *out = *output, letter = 0;
    switch (byte) {
    case '"': case '\\': letter = byte; break;
    case '\b': letter = 'b'; break;
    case '\t': letter = 't'; break;
    case '\n': letter = 'n'; break;
    case '\f': letter = 'f'; break;
    case '\r': letter = 'r'; break;
    default: break;
    }
    unsigned code = 0;
    size_t length = 1;
    if (letter) {
        *out++ = '\\';
        *out++ = letter;
    } else if ((length = coded(bytes, left, &code)) > 0) {
        *out++ = '\\';
        *out++ = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) *out++ = (uint8_t)digits[code >> shift & 15];
    } else {
        *out++ = byte;
        length = 1;
    }
    *output = out;
    return length;
}

size_t ctext_quote(const uint8_t *bytes, size_t count, uint8_t *output) {
    uint8_t *out = output;
    size_t i = 0;
#if defined(__x86_64__)
    while (i + 16 <= count) {
        __m128i v = _mm_loadu_si128((const __m128i *)(bytes + i));
        unsigned found = escaped(v);
        // What is written behind the first marked byte is written over.
        _mm_storeu_si128((__m128i *)out, v);
        size_t plain = found ? (size_t)__builtin_ctz(found) : 16;
        out += plain;
        i += plain;
        if (found) i += step(bytes + i, count - i, &out);
    }
    // The rest, which is most of what there is, as two halves that overlap.
    size_t rest = count - i;
    if (rest >= 8) {
        uint64_t low = load(bytes + i), high = load(bytes + count - 8);
        if (!escaped(_mm_set_epi64x((long long)high, (long long)low))) {
            memcpy(out, &low, 8);
            memcpy(out + rest - 8, &high, 8);
            return (size_t)(out - output) + rest;
        }
    } else if (rest >= 4) {
        uint32_t low = loadHalf(bytes + i), high = loadHalf(bytes + count - 4);
        const uint64_t spaces = 0x2020202020202020ull;
        uint64_t both = (uint64_t)high << 32 | low;
        if (!escaped(_mm_set_epi64x((long long)spaces, (long long)both))) {
            memcpy(out, &low, 4);
            memcpy(out + rest - 4, &high, 4);
            return (size_t)(out - output) + rest;
        }
    }
#endif
    while (i < count) i += step(bytes + i, count - i, &out);
    return (size_t)(out - output);
}
