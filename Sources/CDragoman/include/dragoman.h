/* Dragoman's C interface: text in, JSON (schema dragoman/1) out; or a batch of texts in, a table of mentions out, both as
 * Arrow lays them out.
 *
 *     char *error = NULL;
 *     dragoman *extractor = dragoman_open(NULL, &error);
 *     char *json = dragoman_extract(extractor, text, strlen(text), NULL, NULL, NULL, &error);
 *     puts(json);
 *     dragoman_free(json);
 *     dragoman_close(extractor);
 *
 * An extractor is immutable: any number of threads may use one at the same time. Strings that go in are UTF-8
 * and end with a NUL byte, unless a length says where they end; they are not kept. Strings that come out through
 * `char *` belong to the caller, who gives them to dragoman_free. `error` may be NULL; when a function fails, it
 * returns NULL, or -1 where it gives a number, and sets `*error` to a message, which belongs to the caller too; else
 * `*error` is left as it is.
 *
 * A function that fails sets `errno` too:
 *   EINVAL  an argument or an option cannot be
 *   EIO     a lexicon or a rule file cannot be read or used
 *   EFBIG   the text is too long
 *   ENOMEM  no memory is left for the result
 *
 * Symbols have versions (DRAGOMAN_1, DRAGOMAN_2): what a program was linked with stays as it was in every later library.
 */
#ifndef DRAGOMAN_H
#define DRAGOMAN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An extractor: lexicon, rules and options. */
typedef struct dragoman dragoman;

/* Opens an extractor.
 *
 * `options` is NULL, or a JSON object with any of these members:
 *   "date"      document creation time, "2019-02-12", "2019-02" or "2019"
 *   "labels"    an array of "PERSON", "ORGANIZATION", "PLACE", "DATE", "TREATY", "TIME", "DURATION", "SET"
 *   "languages" an array of codes, as "en" and "de": what texts may be in, the likeliest first; all by default
 *   "offsets"   "codepoint" (default), "utf8", "utf16" or "grapheme"
 *   "lexicons"  an array of paths: TSV files add entries, compiled images replace the built-in lexicon or add to it
 *   "rules"     an array of paths of rule files
 *   "profile"   "house" (default) or "timeml": spans of dates
 *   "nested"    true to get names that stand inside other mentions too
 *   "confidence" true to get, per name, how often names were right of which the model was as sure
 *   "explain"   true to get, per mention, what spoke for and against it
 */
dragoman *dragoman_open(const char *options, char **error);

/* Extracts from the `length` bytes at `text`, which need not be valid UTF-8: what is not is replaced, with a warning.
 * A byte order mark at the start is honoured and left out: offsets count in the text after it.
 *
 * `id` is written into the JSON; `date` is the document creation time, if it is another than the options'. Both may be
 * NULL. The JSON is one line and ends with a NUL byte; its length without that goes to `*json_length`, if that is not
 * NULL. Fails only for texts of 2 GiB or more and where `extractor` is NULL, or `text` is while `length` is not 0. */
char *dragoman_extract(
    const dragoman *extractor, const char *text, size_t length, const char *id, const char *date,
    size_t *json_length, char **error);

/* Arrow's C data interface, which each library has a copy of:
 * https://arrow.apache.org/docs/format/CDataInterface.html */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

/* Extracts from a batch of texts: for Spark, DuckDB, Polars and whatever else holds tables as Arrow does. DRAGOMAN_2.
 *
 * `batch` is a struct (format "+s") with these columns, by name; others are not looked at:
 *   "text"  strings (format "u" or "U"), or bytes ("z" or "Z"), in which a byte order mark is honoured; needed
 *   "id"    the same; given back with each mention of its text
 *   "date"  the same; document creation time
 * It is read in place, and not released: it stays the caller's. As with dragoman_extract, texts need not be UTF-8.
 *
 * `rows` and `rows_schema` are filled, and then the caller's, who calls `release` of each once. They have a row a mention, in
 * the order of the texts and of each text: the columns of the command's `--output rows`, strings ("u") and 64 bit integers
 * ("l"), in which nothing is null. Behind them stands the column "error". It is null but for texts that failed; such a text
 * has one row with its error and its "id", in which all else is null. A text that is null fails, and one of 2 GiB or more,
 * and one whose rows do not fit: columns of strings have 2 GiB at most, so a batch should have a few MB of text.
 *
 * Returns 0, or -1 for a batch that is none (EINVAL); then nothing is filled. */
int dragoman_extract_arrow(
    const dragoman *extractor, const struct ArrowArray *batch, const struct ArrowSchema *batch_schema,
    struct ArrowArray *rows, struct ArrowSchema *rows_schema, char **error);

/* Closes an extractor; does nothing with NULL. No thread may use it any more. */
void dragoman_close(dragoman *extractor);

/* Frees a string that came from here; does nothing with NULL. */
void dragoman_free(char *string);

/* The engine's version, "0.1.0": stays valid and is not to be freed. */
const char *dragoman_version(void);

#ifdef __cplusplus
}
#endif

#endif
