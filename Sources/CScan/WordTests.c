#include "CScan.h"

uint64_t cscan_test_64_plainly(const uint64_t *words, size_t count, uint64_t bits) {
    uint64_t mask = 0;
    for (size_t i = 0; i < count; i += 1) mask |= (uint64_t)((words[i] & bits) != 0) << i;
    return mask;
}

static inline void narrow_from(
    size_t i, const uint64_t *words, size_t count, uint32_t *low, CScanTopBits *top) {
    for (; i < count; i += 1) {
        uint32_t word = low[i] = (uint32_t)words[i];
        top->bit31 |= (uint64_t)(word >> 31) << i;
        top->bit30 |= (uint64_t)(word >> 30 & 1) << i;
        top->bit29 |= (uint64_t)(word >> 29 & 1) << i;
        top->bit28 |= (uint64_t)(word >> 28 & 1) << i;
        top->bit27 |= (uint64_t)(word >> 27 & 1) << i;
    }
}

CScanTopBits cscan_narrow_plainly(const uint64_t *words, size_t count, uint32_t *low) {
    CScanTopBits top = {0};
    narrow_from(0, words, count, low, &top);
    return top;
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

__attribute__((target("avx2"))) static CScanTopBits half_narrow(
    const uint64_t *words, size_t count, uint32_t *low) {
    CScanTopBits top = {0};
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        __m256 a = _mm256_loadu_ps((const float *)(words + i));
        __m256 b = _mm256_loadu_ps((const float *)(words + i + 4));
        // The low halves of a and b, in the order of the halves of vectors; then in that of the words.
        __m256i v = _mm256_castps_si256(_mm256_shuffle_ps(a, b, 0x88));
        v = _mm256_permute4x64_epi64(v, 0xD8);
        _mm256_storeu_si256((__m256i *)(low + i), v);
#define TOP(n) (uint64_t)(uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_slli_epi32(v, n))) << i
        top.bit31 |= TOP(0);
        top.bit30 |= TOP(1);
        top.bit29 |= TOP(2);
        top.bit28 |= TOP(3);
        top.bit27 |= TOP(4);
#undef TOP
    }
    narrow_from(i, words, count, low, &top);
    return top;
}

typedef struct {
    uint64_t (*test64)(const uint64_t *, size_t, uint64_t);
    CScanTopBits (*narrow)(const uint64_t *, size_t, uint32_t *);
} Tests;

static const Tests *tests(void) {
    static const Tests wide = {wide64, half_narrow}, half = {half64, half_narrow},
                       plain = {cscan_test_64_plainly, cscan_narrow_plainly};
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

CScanTopBits cscan_narrow(const uint64_t *words, size_t count, uint32_t *low) {
    return tests()->narrow(words, count, low);
}

#else

uint64_t cscan_test_64(const uint64_t *words, size_t count, uint64_t bits) {
    return cscan_test_64_plainly(words, count, bits);
}

CScanTopBits cscan_narrow(const uint64_t *words, size_t count, uint32_t *low) {
    return cscan_narrow_plainly(words, count, low);
}

#endif
