// Texts in legacy charsets: ICU's converters, which stand in libicuuc, and its detector, which stands in libicui18n. That
// library is loaded by who asks for detection: linked, everybody's start would pay for it.
#include "CICU.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { UNITS = 4096 };

struct CICUConverter {
    UConverter *converter;
    /// What was decoded and is not written yet.
    UChar units[UNITS];
    int32_t unitCount, used;
    /// The first half of a surrogate pair whose other half did not come yet; 0 for none.
    uint32_t high;
    /// How many bytes stand for nothing, behind those of the units; 0 for none.
    int32_t invalid;
};

const char *cicu_charset_name(const char *label) {
    UErrorCode error = U_ZERO_ERROR;
    // Names that are no alias never get to the code that would look for files.
    if (*label == 0 || ucnv_countAliases(label, &error) == 0 || U_FAILURE(error)) return NULL;
    const char *name = ucnv_getStandardName(label, "MIME", &error);
    if (name == NULL) {
        error = U_ZERO_ERROR;
        name = ucnv_getStandardName(label, "IANA", &error);
    }
    if (name == NULL) {
        error = U_ZERO_ERROR;
        name = ucnv_getAlias(label, 0, &error);
    }
    return name;
}

CICUConverter *cicu_converter_open(const char *label) {
    if (cicu_charset_name(label) == NULL) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    CICUConverter *converter = calloc(1, sizeof *converter);
    if (converter == NULL) return NULL;
    converter->converter = ucnv_open(label, &error);
    if (U_SUCCESS(error)) {
        ucnv_setToUCallBack(
            converter->converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
    }
    if (U_SUCCESS(error)) return converter;
    cicu_converter_close(converter);
    return NULL;
}

void cicu_converter_close(CICUConverter *converter) {
    if (converter == NULL) return;
    if (converter->converter != NULL) ucnv_close(converter->converter);
    free(converter);
}

static uint8_t *put(uint8_t *output, uint32_t scalar) {
    if (scalar < 0x80) {
        *output++ = (uint8_t)scalar;
    } else if (scalar < 0x800) {
        *output++ = (uint8_t)(0xC0 | scalar >> 6);
        *output++ = (uint8_t)(0x80 | (scalar & 0x3F));
    } else if (scalar < 0x10000) {
        *output++ = (uint8_t)(0xE0 | scalar >> 12);
        *output++ = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        *output++ = (uint8_t)(0x80 | (scalar & 0x3F));
    } else {
        *output++ = (uint8_t)(0xF0 | scalar >> 18);
        *output++ = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
        *output++ = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        *output++ = (uint8_t)(0x80 | (scalar & 0x3F));
    }
    return output;
}

/// The longest that one unit makes: U+FFFD for a lone half before it, and a scalar of its own.
enum { LONGEST = 7 };

/// Writes units as far as they fit; false if some are left.
static bool writeUnits(CICUConverter *converter, uint8_t **output, const uint8_t *limit) {
    uint8_t *end = *output;
    while (converter->used < converter->unitCount && limit - end >= LONGEST) {
        uint32_t unit = converter->units[converter->used++];
        if (converter->high != 0 && (unit & 0xFC00) == 0xDC00) {
            end = put(end, 0x10000 + ((converter->high & 0x3FF) << 10) + (unit & 0x3FF));
            converter->high = 0;
            continue;
        }
        if (converter->high != 0) end = put(end, 0xFFFD);
        converter->high = (unit & 0xFC00) == 0xD800 ? unit : 0;
        if (converter->high == 0) end = put(end, (unit & 0xFC00) == 0xDC00 ? 0xFFFD : unit);
    }
    *output = end;
    return converter->used == converter->unitCount;
}

CICUDecoded cicu_converter_decode(
    CICUConverter *converter, const uint8_t *input, size_t inputCount, bool isLast,
    uint8_t *output, size_t outputCount) {
    const char *source = (const char *)input, *end = source + inputCount;
    uint8_t *written = output;
    const uint8_t *limit = output + outputCount;
    CICUDecoded step = {0};
    while (writeUnits(converter, &written, limit) && limit - written >= LONGEST) {
        if (converter->invalid > 0) {
            if (converter->high != 0) written = put(written, 0xFFFD);
            converter->high = 0;
            written = put(written, 0xFFFD);
            step.invalid = converter->invalid;
            converter->invalid = 0;
            break;
        }
        UChar *units = converter->units;
        const char *before = source;
        UErrorCode error = U_ZERO_ERROR;
        ucnv_toUnicode(
            converter->converter, &units, units + UNITS, &source, end, NULL, isLast, &error);
        converter->unitCount = (int32_t)(units - converter->units);
        converter->used = 0;
        if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
            char bytes[32];
            int8_t length = sizeof bytes;
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter->converter, bytes, &length, &ignored);
            converter->invalid = U_SUCCESS(ignored) && length > 0 ? length : 1;
        } else if (converter->unitCount == 0 && source == before) {
            if (isLast && converter->high != 0) {
                converter->high = 0;
                written = put(written, 0xFFFD);
            }
            break;
        }
    }
    step.read = (size_t)((const uint8_t *)source - input);
    step.written = (size_t)(written - output);
    return step;
}

// The detector's functions, found by the names that ICU's header gives them for its version.
static struct {
    UCharsetDetector *(*open)(UErrorCode *);
    void (*close)(UCharsetDetector *);
    void (*setText)(UCharsetDetector *, const char *, int32_t, UErrorCode *);
    UBool (*filter)(UCharsetDetector *, UBool);
    const UCharsetMatch *(*detect)(UCharsetDetector *, UErrorCode *);
    const char *(*name)(const UCharsetMatch *, UErrorCode *);
    bool isThere;
} detector;

#define SPELLED_(name) #name
#define SPELLED(name) SPELLED_(name)

static void loadDetector(void) {
    void *library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_LAZY | RTLD_LOCAL);
    if (library == NULL) return;
    *(void **)&detector.open = dlsym(library, SPELLED(ucsdet_open));
    *(void **)&detector.close = dlsym(library, SPELLED(ucsdet_close));
    *(void **)&detector.setText = dlsym(library, SPELLED(ucsdet_setText));
    *(void **)&detector.filter = dlsym(library, SPELLED(ucsdet_enableInputFilter));
    *(void **)&detector.detect = dlsym(library, SPELLED(ucsdet_detect));
    *(void **)&detector.name = dlsym(library, SPELLED(ucsdet_getName));
    detector.isThere = detector.open && detector.close && detector.setText && detector.filter
        && detector.detect && detector.name;
}

bool cicu_can_detect(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, loadDetector);
    return detector.isThere;
}

const char *cicu_detect(const uint8_t *bytes, int32_t count, bool isHTML) {
    if (!cicu_can_detect()) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    UCharsetDetector *matcher = detector.open(&error);
    if (U_FAILURE(error)) return NULL;
    detector.filter(matcher, isHTML);
    detector.setText(matcher, (const char *)bytes, count, &error);
    const UCharsetMatch *match = detector.detect(matcher, &error);
    const char *name = match == NULL || U_FAILURE(error) ? NULL : detector.name(match, &error);
    // The name is a constant of ICU's and outlives the detector; the converters' table knows it too.
    if (name != NULL) name = cicu_charset_name(name);
    detector.close(matcher);
    return name;
}
