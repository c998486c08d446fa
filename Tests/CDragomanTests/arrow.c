/* A C program that hands batches to the library as Arrow lays them out, and prints what it got, a line each. */
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dragoman.h"

/* The batch: its owner counts how often it is released. */
static int released;
static void release_array(struct ArrowArray *array) { released++, array->release = NULL; }
static void release_schema(struct ArrowSchema *schema) { released++, schema->release = NULL; }

/* Five rows, of which the first two are cut off by the offsets of the columns and of the batch. */
static const char texts[] = "not read" "not read"
    "Taro Kono met Sergey Lavrov in Munich yesterday." "\xef\xbb\xbfHe was in Munich. \xff Then in Paris.";
static const int32_t text_offsets[] = {0, 8, 16, 64, 64, 101};
static const uint8_t text_validity[] = {0x17};
static const int64_t id_offsets[] = {0, 1, 2, 4, 5, 5};
/* Of one row more, which the column's own offset cuts off. */
static const int32_t date_offsets[] = {0, 10, 10, 10, 20, 20, 20};
static const uint8_t date_validity[] = {0x0f};

static const void *text_buffers[] = {text_validity, text_offsets, texts};
static const void *id_buffers[] = {NULL, id_offsets, "12ab3"};
static const void *date_buffers[] = {date_validity, date_offsets, "1999-01-01" "2019-02-12"};
static const void *no_buffers[] = {NULL};

static struct ArrowArray arrays[] = {
    {5, 1, 0, 3, 0, text_buffers, NULL, NULL, release_array, NULL},
    {5, 0, 0, 3, 0, id_buffers, NULL, NULL, release_array, NULL},
    {5, 2, 1, 3, 0, date_buffers, NULL, NULL, release_array, NULL},
};
static struct ArrowSchema schemas[] = {
    {"u", "text", NULL, ARROW_FLAG_NULLABLE, 0, NULL, NULL, release_schema, NULL},
    {"U", "id", NULL, 0, 0, NULL, NULL, release_schema, NULL},
    {"u", "date", NULL, ARROW_FLAG_NULLABLE, 0, NULL, NULL, release_schema, NULL},
};
static struct ArrowArray *array_children[] = {&arrays[0], &arrays[1], &arrays[2]};
static struct ArrowSchema *schema_children[] = {&schemas[0], &schemas[1], &schemas[2]};
static struct ArrowArray batch = {3, 0, 2, 1, 3, no_buffers, array_children, NULL, release_array, NULL};
static struct ArrowSchema schema = {"+s", "", NULL, 0, 3, schema_children, NULL, release_schema, NULL};

static bool is_null(const struct ArrowArray *column, int64_t row) {
    const uint8_t *validity = column->buffers[0];
    return validity && !(validity[row / 8] >> row % 8 & 1);
}

/* Prints every row, its columns with `|` between them. */
static void show(const struct ArrowArray *rows, const struct ArrowSchema *types) {
    printf("columns %s", types->format);
    for (int64_t i = 0; i < types->n_children; i++)
        printf(" %s:%s", types->children[i]->name, types->children[i]->format);
    printf("\nnulls");
    for (int64_t i = 0; i < rows->n_children; i++) printf(" %" PRId64, rows->children[i]->null_count);
    putchar('\n');
    for (int64_t row = 0; row < rows->length; row++) {
        printf("row ");
        for (int64_t i = 0; i < rows->n_children; i++) {
            const struct ArrowArray *column = rows->children[i];
            if (is_null(column, row)) printf("null");
            else if (types->children[i]->format[0] == 'l')
                printf("%" PRId64, ((const int64_t *)column->buffers[1])[row]);
            else {
                const int32_t *offsets = column->buffers[1];
                const char *bytes = column->buffers[2];
                printf("%.*s", offsets[row + 1] - offsets[row], bytes + offsets[row]);
            }
            putchar(i + 1 < rows->n_children ? '|' : '\n');
        }
    }
}

/* Extracts, prints what came out if that is asked for, and gives it back. */
static void extract(const dragoman *extractor, bool shows) {
    struct ArrowArray rows;
    struct ArrowSchema types;
    char *error = NULL;
    if (dragoman_extract_arrow(extractor, &batch, &schema, &rows, &types, &error)) {
        printf("error %s %s\n", errno == EINVAL ? "EINVAL" : "?", error);
        dragoman_free(error);
        return;
    }
    if (shows) show(&rows, &types);
    /* A column may be taken away, and outlives the others. */
    struct ArrowArray text = *rows.children[7];
    rows.children[7]->release = NULL;
    rows.release(&rows);
    types.release(&types);
    if (shows) printf("left %d %d\n", rows.release == NULL, types.release == NULL);
    if (shows && text.length && !is_null(&text, 0)) printf("text %.4s\n", (const char *)text.buffers[2]);
    text.release(&text);
}

static void *work(void *extractor) {
    for (int i = 0; i < 20; i++) extract(extractor, false);
    return NULL;
}

int main(void) {
    dragoman *extractor = dragoman_open(NULL, NULL);
    extract(extractor, true);

    pthread_t threads[4];
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, work, extractor);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);

    /* The text of the last row is said to have 3 GiB, and that of the one before less than nothing. */
    int64_t long_offsets[] = {0, 0, 0, 5, 4, (int64_t)4 + (3u << 30)};
    text_buffers[0] = NULL, text_buffers[1] = long_offsets, schemas[0].format = "U", arrays[0].null_count = 0;
    extract(extractor, true);

    batch.length = 0;
    extract(extractor, true);

    schemas[0].format = "l";
    extract(extractor, false);
    schemas[0].name = "body";
    extract(extractor, false);
    schema.format = "u";
    extract(extractor, false);
    extract(NULL, false);
    batch.release = NULL;
    extract(extractor, false);

    printf("released %d\n", released);
    dragoman_close(extractor);
    return 0;
}
