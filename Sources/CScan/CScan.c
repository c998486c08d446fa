#include "CScan.h"

static CScanMasks plain(const uint8_t *bytes) {
    CScanMasks m = {0};
    for (int i = 0; i < 64; i += 1) {
        uint8_t b = bytes[i];
        uint64_t bit = 1ull << i;
        if ((uint8_t)((b | 0x20) - 'a') < 26 || b == '@') m.letter |= bit;
        if ((uint8_t)(b - '0') < 10) m.digit |= bit;
        if (b == '_') m.underscore |= bit;
        if (b == ' ') m.space |= bit;
        if (b == '\'' || b == '.') m.midBoth |= bit;
        if (b == ',' || b == ';') m.midNumber |= bit;
        if (b == '\r') m.carriageReturn |= bit;
        if (b == '\n') m.lineFeed |= bit;
        if ((uint8_t)(b - '\t') < 5) m.control |= bit;
        if ((uint8_t)(b - '\n') < 4) m.lineEnd |= bit;
        if (b >= 0x80) m.nonASCII |= bit;
    }
    return m;
}

void cscan_classify_plainly(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    for (size_t i = 0; i < blocks; i += 1) masks[i] = plain(bytes + 64 * i);
}

// One body for every width: V is a vector type, BITS takes the highest bit of each of its bytes.
#define CLASSIFY(V, LOAD, SPLAT, EQ, MIN, SUB, OR, BITS)                                          \
    for (size_t block = 0; block < blocks; block += 1) {                                          \
        CScanMasks m = {0};                                                                       \
        for (unsigned part = 0; part < 64; part += sizeof(V)) {                                   \
            V v = LOAD(bytes + 64 * block + part);                                                \
            V letter = SUB(OR(v, SPLAT(0x20)), SPLAT('a')), digit = SUB(v, SPLAT('0'));           \
            V control = SUB(v, SPLAT('\t')), lineEnd = SUB(v, SPLAT('\n'));                       \
            m.letter |= BITS(OR(EQ(MIN(letter, SPLAT(25)), letter), EQ(v, SPLAT('@')))) << part;  \
            m.digit |= BITS(EQ(MIN(digit, SPLAT(9)), digit)) << part;                             \
            m.underscore |= BITS(EQ(v, SPLAT('_'))) << part;                                      \
            m.space |= BITS(EQ(v, SPLAT(' '))) << part;                                           \
            m.midBoth |= BITS(OR(EQ(v, SPLAT('\'')), EQ(v, SPLAT('.')))) << part;                 \
            m.midNumber |= BITS(OR(EQ(v, SPLAT(',')), EQ(v, SPLAT(';')))) << part;                \
            m.carriageReturn |= BITS(EQ(v, SPLAT('\r'))) << part;                                 \
            m.lineFeed |= BITS(EQ(v, SPLAT('\n'))) << part;                                       \
            m.control |= BITS(EQ(MIN(control, SPLAT(4)), control)) << part;                       \
            m.lineEnd |= BITS(EQ(MIN(lineEnd, SPLAT(3)), lineEnd)) << part;                       \
            m.nonASCII |= BITS(v) << part;                                                        \
        }                                                                                         \
        masks[block] = m;                                                                         \
    }

#if defined(__x86_64__)
#include <immintrin.h>

#define LOAD_16(p) _mm_loadu_si128((const __m128i *)(p))
#define SPLAT_16(byte) _mm_set1_epi8((char)(byte))
#define BITS_16(v) ((uint64_t)(uint32_t)_mm_movemask_epi8(v))

static void sse2(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    CLASSIFY(
        __m128i, LOAD_16, SPLAT_16, _mm_cmpeq_epi8, _mm_min_epu8, _mm_sub_epi8, _mm_or_si128,
        BITS_16)
}

#define LOAD_32(p) _mm256_loadu_si256((const __m256i *)(p))
#define SPLAT_32(byte) _mm256_set1_epi8((char)(byte))
#define BITS_32(v) ((uint64_t)(uint32_t)_mm256_movemask_epi8(v))

__attribute__((target("avx2"))) static void avx2(
    const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    CLASSIFY(
        __m256i, LOAD_32, SPLAT_32, _mm256_cmpeq_epi8, _mm256_min_epu8, _mm256_sub_epi8,
        _mm256_or_si256, BITS_32)
}

#define SPLAT_64(byte) _mm512_set1_epi8((char)(byte))
#define IS(byte) _mm512_cmpeq_epi8_mask(v, SPLAT_64(byte))
#define BELOW(count, v, first)                                                                    \
    _mm512_cmplt_epu8_mask(_mm512_sub_epi8(v, SPLAT_64(first)), SPLAT_64(count))

__attribute__((target("avx512f,avx512bw"))) static void avx512(
    const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    for (size_t block = 0; block < blocks; block += 1) {
        __m512i v = _mm512_loadu_si512(bytes + 64 * block);
        masks[block] = (CScanMasks){
            .letter = BELOW(26, _mm512_or_si512(v, SPLAT_64(0x20)), 'a') | IS('@'),
            .digit = BELOW(10, v, '0'),
            .underscore = IS('_'),
            .space = IS(' '),
            .midBoth = IS('\'') | IS('.'),
            .midNumber = IS(',') | IS(';'),
            .carriageReturn = IS('\r'),
            .lineFeed = IS('\n'),
            .control = BELOW(5, v, '\t'),
            .lineEnd = BELOW(4, v, '\n'),
            .nonASCII = _mm512_movepi8_mask(v),
        };
    }
}

typedef void (*Classifier)(const uint8_t *, size_t, CScanMasks *);

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    // Written once with the same value by whoever comes first.
    static _Atomic(Classifier) chosen;
    Classifier classify = chosen;
    if (classify == 0) {
        classify = __builtin_cpu_supports("avx512bw") ? avx512
            : __builtin_cpu_supports("avx2")          ? avx2
                                                      : sse2;
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

#define SPLAT_NEON(byte) vdupq_n_u8((uint8_t)(byte))

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    CLASSIFY(
        uint8x16_t, vld1q_u8, SPLAT_NEON, vceqq_u8, vminq_u8, vsubq_u8, vorrq_u8, bits)
}

#else

void cscan_classify(const uint8_t *bytes, size_t blocks, CScanMasks *masks) {
    cscan_classify_plainly(bytes, blocks, masks);
}

#endif
