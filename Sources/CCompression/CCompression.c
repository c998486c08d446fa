#include "CCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct CCompressionDecoder {
    CCompressionFormat format;
    /// Gzip's and zlib's.
    z_stream gzip;
    ZSTD_DStream *zstandard;
    /// Whether a member or frame has begun and not ended.
    bool isInside;
    /// Whether what comes is the zeros that pad some gzip files, as on tapes.
    bool isPadding;
};

CCompressionDecoder *ccompression_open(CCompressionFormat format) {
    CCompressionDecoder *decoder = calloc(1, sizeof *decoder);
    if (!decoder) return NULL;
    decoder->format = format;
    bool isOpen;
    if (format != CCompressionZstandard) {
        isOpen = inflateInit2(&decoder->gzip, format == CCompressionGzip ? 15 + 16 : 15) == Z_OK;
    } else {
        decoder->zstandard = ZSTD_createDStream();
        isOpen = decoder->zstandard && !ZSTD_isError(ZSTD_initDStream(decoder->zstandard));
    }
    if (isOpen) return decoder;
    ccompression_close(decoder);
    return NULL;
}

void ccompression_close(CCompressionDecoder *decoder) {
    if (!decoder) return;
    if (decoder->format != CCompressionZstandard) inflateEnd(&decoder->gzip);
    if (decoder->zstandard) ZSTD_freeDStream(decoder->zstandard);
    free(decoder);
}

static CCompressionStep decodeGzip(
    CCompressionDecoder *decoder, const uint8_t *input, size_t inputCount, uint8_t *output,
    size_t outputCount) {
    CCompressionStep step = {0};
    z_stream *stream = &decoder->gzip;
    if (!decoder->isInside && inputCount > 0) {
        if (decoder->isPadding || (*input == 0 && stream->total_in > 0)) {
            decoder->isPadding = true;
            while (step.read < inputCount && input[step.read] == 0) step.read += 1;
            if (step.read < inputCount) step.error = "something else follows the gzip data";
            step.mayEnd = true;
            return step;
        }
        if (stream->total_in > 0 && inflateReset(stream) != Z_OK) {
            step.error = "the gzip decoder cannot be used again";
            return step;
        }
        decoder->isInside = true;
    }
    if (inputCount > UINT_MAX) inputCount = UINT_MAX;
    if (outputCount > UINT_MAX) outputCount = UINT_MAX;
    stream->next_in = (Bytef *)input;
    stream->avail_in = (uInt)inputCount;
    stream->next_out = output;
    stream->avail_out = (uInt)outputCount;
    int code = decoder->isInside ? inflate(stream, Z_NO_FLUSH) : Z_OK;
    step.read = inputCount - stream->avail_in;
    step.written = outputCount - stream->avail_out;
    if (code == Z_STREAM_END) {
        decoder->isInside = false;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
        step.error = stream->msg ? stream->msg : "damaged data";
    }
    step.mayEnd = !decoder->isInside;
    return step;
}

static CCompressionStep decodeZstandard(
    CCompressionDecoder *decoder, const uint8_t *input, size_t inputCount, uint8_t *output,
    size_t outputCount) {
    CCompressionStep step = {0};
    ZSTD_inBuffer in = {input, inputCount, 0};
    ZSTD_outBuffer out = {output, outputCount, 0};
    if (inputCount > 0 || decoder->isInside) {
        size_t code = ZSTD_decompressStream(decoder->zstandard, &out, &in);
        if (ZSTD_isError(code)) {
            step.error = ZSTD_getErrorName(code);
        } else {
            decoder->isInside = code != 0;
        }
    }
    step.read = in.pos;
    step.written = out.pos;
    step.mayEnd = !decoder->isInside;
    return step;
}

CCompressionStep ccompression_decode(
    CCompressionDecoder *decoder, const uint8_t *input, size_t inputCount, uint8_t *output,
    size_t outputCount) {
    return decoder->format != CCompressionZstandard
        ? decodeGzip(decoder, input, inputCount, output, outputCount)
        : decodeZstandard(decoder, input, inputCount, output, outputCount);
}
