#include "CScan.h"

uint64_t cscan_test_64_plainly(const uint64_t *words, size_t count, uint64_t bits) {
    uint64_t mask = 0;
    for (size_t i = 0; i < count; i += 1) mask |= (uint64_t)((words[i] & bits) != 0) << i;
    return mask;
}

static inline void top_from(
    size_t i, const uint32_t *words, size_t count, uint32_t *copy, CScanTopBits *top) {
    for (; i < count; i += 1) {
        uint32_t word = copy[i] = words[i];
        top->bit31 |= (uint64_t)(word >> 31) << i;
        top->bit30 |= (uint64_t)(word >> 30 & 1) << i;
        top->bit29 |= (uint64_t)(word >> 29 & 1) << i;
        top->bit28 |= (uint64_t)(word >> 28 & 1) << i;
        top->bit27 |= (uint64_t)(word >> 27 & 1) << i;
    }
}

CScanTopBits cscan_copy_top_plainly(const uint32_t *words, size_t count, uint32_t *copy) {
    CScanTopBits top = {0};
    top_from(0, words, count, copy, &top);
    return top;
}

CScanBits cscan_bits_64_plainly(const uint64_t *words, size_t count, unsigned lowest) {
    return (CScanBits){
        cscan_test_64_plainly(words, count, 1ull << lowest),
        cscan_test_64_plainly(words, count, 2ull << lowest),
        cscan_test_64_plainly(words, count, 4ull << lowest),
        cscan_test_64_plainly(words, count, 8ull << lowest),
    };
}

#if defined(__x86_64__)
#include <immintrin.h>

#define LOW(count) ((count) >= 64 ? ~0ull : (1ull << (count)) - 1)

__attribute__((target("avx512f"))) static uint64_t wide64(
    const uint64_t *words, size_t count, uint64_t bits) {
    __m512i wanted = _mm512_set1_epi64((long long)bits);
    uint64_t mask = 0;
    for (size_t i = 0; i < count; i += 8) {
        __m512i v = _mm512_maskz_loadu_epi64((__mmask8)LOW(count - i), words + i);
        mask |= (uint64_t)_mm512_test_epi64_mask(v, wanted) << i;
    }
    return mask;
}

__attribute__((target("avx512f"))) static CScanBits wideBits(
    const uint64_t *words, size_t count, unsigned lowest) {
    __m512i one = _mm512_set1_epi64(1ll << lowest), two = _mm512_add_epi64(one, one),
            four = _mm512_add_epi64(two, two), eight = _mm512_add_epi64(four, four);
    CScanBits bits = {0};
    for (size_t i = 0; i < count; i += 8) {
        __m512i v = _mm512_maskz_loadu_epi64((__mmask8)LOW(count - i), words + i);
        bits.first |= (uint64_t)_mm512_test_epi64_mask(v, one) << i;
        bits.second |= (uint64_t)_mm512_test_epi64_mask(v, two) << i;
        bits.third |= (uint64_t)_mm512_test_epi64_mask(v, four) << i;
        bits.fourth |= (uint64_t)_mm512_test_epi64_mask(v, eight) << i;
    }
    return bits;
}

__attribute__((target("avx2"))) static CScanBits halfBits(
    const uint64_t *words, size_t count, unsigned lowest) {
    if (count < 64) return cscan_bits_64_plainly(words, count, lowest);
    // The highest of the four to the highest place of a word, which is what masks are made of.
    __m128i shift = _mm_cvtsi32_si128(60 - (int)lowest);
    CScanBits bits = {0};
#pragma clang loop unroll(full)
    for (size_t i = 0; i < 64; i += 4) {
        __m256i v = _mm256_sll_epi64(_mm256_loadu_si256((const __m256i *)(words + i)), shift);
        bits.fourth |= (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(v)) << i;
        v = _mm256_add_epi64(v, v);
        bits.third |= (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(v)) << i;
        v = _mm256_add_epi64(v, v);
        bits.second |= (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(v)) << i;
        v = _mm256_add_epi64(v, v);
        bits.first |= (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(v)) << i;
    }
    return bits;
}

__attribute__((target("avx2"))) static uint64_t half64(
    const uint64_t *words, size_t count, uint64_t bits) {
    __m256i wanted = _mm256_set1_epi64x((long long)bits), zero = _mm256_setzero_si256();
    uint64_t none = 0;
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        __m256i v = _mm256_and_si256(_mm256_loadu_si256((const __m256i *)(words + i)), wanted);
        __m256i is = _mm256_cmpeq_epi64(v, zero);
        none |= (uint64_t)(uint32_t)_mm256_movemask_pd(_mm256_castsi256_pd(is)) << i;
    }
    for (; i < count; i += 1) none |= (uint64_t)((words[i] & bits) == 0) << i;
    return ~none & LOW(count);
}

__attribute__((target("avx2"))) static CScanTopBits half_top(
    const uint32_t *words, size_t count, uint32_t *copy) {
    CScanTopBits top = {0};
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        __m256i v = _mm256_loadu_si256((const __m256i *)(words + i));
        _mm256_storeu_si256((__m256i *)(copy + i), v);
#define TOP(n) (uint64_t)(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_slli_epi32(v, n))) << i
        top.bit31 |= TOP(0);
        top.bit30 |= TOP(1);
        top.bit29 |= TOP(2);
        top.bit28 |= TOP(3);
        top.bit27 |= TOP(4);
#undef TOP
    }
    top_from(i, words, count, copy, &top);
    return top;
}

typedef struct {
    uint64_t (*test64)(const uint64_t *, size_t, uint64_t);
    CScanTopBits (*top)(const uint32_t *, size_t, uint32_t *);
    CScanBits (*bits)(const uint64_t *, size_t, unsigned);
} Tests;

static const Tests *tests(void) {
    static const Tests wide = {wide64, half_top, wideBits}, half = {half64, half_top, halfBits},
                       plain = {
                           cscan_test_64_plainly, cscan_copy_top_plainly, cscan_bits_64_plainly};
    // Written once with the same value by whoever comes first.
    static _Atomic(const Tests *) chosen;
    const Tests *found = chosen;
    if (found == 0) {
        found = __builtin_cpu_supports("avx512f") ? &wide
            : __builtin_cpu_supports("avx2")      ? &half
                                                  : &plain;
        chosen = found;
    }
    return found;
}

uint64_t cscan_test_64(const uint64_t *words, size_t count, uint64_t bits) {
    return tests()->test64(words, count, bits);
}

CScanTopBits cscan_copy_top(const uint32_t *words, size_t count, uint32_t *copy) {
    return tests()->top(words, count, copy);
}

CScanBits cscan_bits_64(const uint64_t *words, size_t count, unsigned lowest) {
    return tests()->bits(words, count, lowest);
}

#else

uint64_t cscan_test_64(const uint64_t *words, size_t count, uint64_t bits) {
    return cscan_test_64_plainly(words, count, bits);
}

CScanTopBits cscan_copy_top(const uint32_t *words, size_t count, uint32_t *copy) {
    return cscan_copy_top_plainly(words, count, copy);
}

CScanBits cscan_bits_64(const uint64_t *words, size_t count, unsigned lowest) {
    return cscan_bits_64_plainly(words, count, lowest);
}

#endif
