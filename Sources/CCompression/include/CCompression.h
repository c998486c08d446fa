// The only door to libz and libzstd: streams of gzip members, of Zstandard frames and of zlib, decoded piece by piece.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum : int { CCompressionGzip, CCompressionZstandard, CCompressionDeflate } CCompressionFormat;

typedef struct CCompressionDecoder CCompressionDecoder;

/// What one step did.
typedef struct {
    /// Bytes of the input that were used, and bytes written to the output.
    size_t read, written;
    /// Why the data cannot be decoded, from the library or a constant; null if all is well.
    const char *_Nullable error;
    /// Whether the data may end here: between members or frames.
    bool mayEnd;
} CCompressionStep;

/// A decoder; null for want of memory.
CCompressionDecoder *_Nullable ccompression_open(CCompressionFormat format);
void ccompression_close(CCompressionDecoder *_Nullable decoder);

/// Decodes as much as fits.
CCompressionStep ccompression_decode(
    CCompressionDecoder *_Nonnull decoder, const uint8_t *_Nullable input, size_t inputCount,
    uint8_t *_Nonnull output, size_t outputCount);

#ifdef __cplusplus
}
#endif

#endif
