#include "CScan.h"

static CScanMasks plain(const uint8_t *bytes) {
    CScanMasks m = {0};
    for (int i = 0; i < 64; i += 1) {
        uint8_t b = bytes[i];
        uint64_t bit = 1ull << i;
        if ((uint8_t)((b | 0x20) - 'a') < 26) m.letter |= bit;
        if ((uint8_t)(b - '0') < 10) m.digit |= bit;
        if (b == '_') m.underscore |= bit;
        if (b == ' ') m.space |= bit;
        if (b == '\'' || b == '.') m.midBoth |= bit;
        if (b == ',' || b == ';') m.midNumber |= bit;
        if (b == '\r') m.carriageReturn |= bit;
        if (b == '\n') m.lineFeed |= bit;
        if (b >= 0x80) m.nonASCII |= bit;
        if (b == '.' || b == '!' || b == '?' || b == '\r' || b == '\n') m.stop |= bit;
    }
    return m;
}

void cscan_classify_plainly(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    for (size_t i = 0; i < blocks; i += 1) masks[i] = plain(bytes + 64 * i);
}

// One body for every width: V is a vector type, BITS takes the highest bit of each of its bytes.
#define EQUAL(v, byte) EQ(v, SPLAT(byte))
#define BELOW(v, low, count) EQ(MIN(SUB(v, SPLAT(low)), SPLAT((count) - 1)), SUB(v, SPLAT(low)))
#define BODY                                                                                      \
    for (size_t block = 0; block < blocks; block += 1) {                                          \
        CScanMasks m = {0};                                                                       \
        for (unsigned part = 0; part < 64; part += sizeof(V)) {                                   \
            V v = LOAD(bytes + 64 * block + part);                                                \
            V dot = EQUAL(v, '.'), cr = EQUAL(v, '\r'), lf = EQUAL(v, '\n');                      \
            m.letter |= BITS(BELOW(OR(v, SPLAT(0x20)), 'a', 26)) << part;                         \
            m.digit |= BITS(BELOW(v, '0', 10)) << part;                                           \
            m.underscore |= BITS(EQUAL(v, '_')) << part;                                          \
            m.space |= BITS(EQUAL(v, ' ')) << part;                                               \
            m.midBoth |= BITS(OR(EQUAL(v, '\''), dot)) << part;                                   \
            m.midNumber |= BITS(OR(EQUAL(v, ','), EQUAL(v, ';'))) << part;                        \
            m.carriageReturn |= BITS(cr) << part;                                                 \
            m.lineFeed |= BITS(lf) << part;                                                       \
            m.nonASCII |= BITS(v) << part;                                                        \
            m.stop |=                                                                             \
                BITS(OR(OR(dot, OR(EQUAL(v, '!'), EQUAL(v, '?'))), OR(cr, lf))) << part;          \
        }                                                                                         \
        masks[block] = m;                                                                         \
    }

#if defined(__x86_64__)
#include <immintrin.h>

static void sse2(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
#define V __m128i
#define SPLAT(byte) _mm_set1_epi8((char)(byte))
#define LOAD(p) _mm_loadu_si128((const __m128i *)(p))
#define EQ _mm_cmpeq_epi8
#define MIN _mm_min_epu8
#define SUB _mm_sub_epi8
#define OR _mm_or_si128
#define BITS(v) ((uint64_t)(uint32_t)_mm_movemask_epi8(v))
    BODY
#undef V
#undef SPLAT
#undef LOAD
#undef EQ
#undef MIN
#undef SUB
#undef OR
#undef BITS
}

__attribute__((target("avx2"))) static void avx2(
    const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
#define V __m256i
#define SPLAT(byte) _mm256_set1_epi8((char)(byte))
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(p))
#define EQ _mm256_cmpeq_epi8
#define MIN _mm256_min_epu8
#define SUB _mm256_sub_epi8
#define OR _mm256_or_si256
#define BITS(v) ((uint64_t)(uint32_t)_mm256_movemask_epi8(v))
    BODY
#undef V
#undef SPLAT
#undef LOAD
#undef EQ
#undef MIN
#undef SUB
#undef OR
#undef BITS
}

typedef void (*Classifier)(const uint8_t *, size_t, CScanMasks *);

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    // Written once with the same value by whoever comes first.
    static _Atomic(Classifier) chosen;
    Classifier classify = chosen;
    if (classify == 0) {
        classify = __builtin_cpu_supports("avx2") ? avx2 : sse2;
        chosen = classify;
    }
    classify(bytes, blocks, masks);
}

#elif defined(__aarch64__)
#include <arm_neon.h>

static inline uint64_t bits(uint8x16_t v) {
    const uint8x16_t weights = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t masked = vandq_u8(vtstq_u8(v, vdupq_n_u8(0x80)), weights);
    return vaddv_u8(vget_low_u8(masked)) | (uint64_t)vaddv_u8(vget_high_u8(masked)) << 8;
}

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
#define V uint8x16_t
#define SPLAT(byte) vdupq_n_u8((uint8_t)(byte))
#define LOAD(p) vld1q_u8(p)
#define EQ vceqq_u8
#define MIN vminq_u8
#define SUB vsubq_u8
#define OR vorrq_u8
#define BITS bits
    BODY
}

#else

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    cscan_classify_plainly(bytes, blocks, masks);
}

#endif
