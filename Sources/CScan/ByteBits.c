#include "CScan.h"

void cscan_byte_bits_plainly(const uint8_t *bytes, size_t blocks, unsigned bit, uint64_t *masks) {
    for (size_t block = 0; block < blocks; block += 1) {
        masks[block] = 0;
        for (size_t i = 0; i < 64; i += 1)
            masks[block] |= (uint64_t)(bytes[block * 64 + i] >> bit & 1) << i;
    }
}

#if defined(__x86_64__)
#include <immintrin.h>

// Every x86-64 has these vectors.
void cscan_byte_bits(const uint8_t *bytes, size_t blocks, unsigned bit, uint64_t *masks) {
    const __m128i shift = _mm_cvtsi32_si128((int)(7 - bit));
    for (size_t block = 0; block < blocks; block += 1) {
        uint64_t mask = 0;
        for (int k = 3; k >= 0; k -= 1) {
            __m128i v = _mm_loadu_si128((const __m128i *)(bytes + block * 64 + k * 16));
            // The bit becomes the highest of its byte.
            mask = mask << 16 | (unsigned)_mm_movemask_epi8(_mm_sll_epi16(v, shift));
        }
        masks[block] = mask;
    }
}

#else

void cscan_byte_bits(const uint8_t *bytes, size_t blocks, unsigned bit, uint64_t *masks) {
    cscan_byte_bits_plainly(bytes, blocks, bit, masks);
}

#endif
