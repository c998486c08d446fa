/* A C program that uses the library as any would: prints what it got, a line each. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "dragoman.h"

static const char text[] = "Taro Kono met Sergey Lavrov in Munich on 16 February 2019.";

static void show(const char *what, char *string) {
    printf("%s %s\n", what, string ? string : "NULL");
    dragoman_free(string);
}

/* The error's code, which is asked for at once, and its message. */
static void show_error(char *error) {
    int code = errno;
    printf("code %s\n", code == EINVAL ? "EINVAL" : code == EIO ? "EIO" : code == EFBIG ? "EFBIG" : "?");
    show("error", error);
}

static void *work(void *extractor) {
    for (int i = 0; i < 50; i++)
        dragoman_free(dragoman_extract(extractor, text, strlen(text), NULL, NULL, NULL, NULL));
    return NULL;
}

int main(int count, char **options) {
    printf("version %s\n", dragoman_version());
    char *error = NULL;
    dragoman *extractor = dragoman_open(count > 1 ? options[1] : NULL, &error);
    if (!extractor) {
        show_error(error);
        return 1;
    }

    size_t length = 0;
    char *json = dragoman_extract(extractor, text, strlen(text), "a\"b", NULL, &length, &error);
    printf("length %d\n", json && strlen(json) == length);
    show("json", json);
    show("empty", dragoman_extract(extractor, NULL, 0, NULL, NULL, NULL, NULL));
    show("bytes", dragoman_extract(extractor, "\xff\0x", 3, NULL, "2019-02-30", NULL, NULL));

    char *nothing = dragoman_extract(NULL, text, 1, NULL, NULL, NULL, &error);
    show_error(error);
    show("null", nothing);
    nothing = dragoman_extract(extractor, text, (size_t)-1, NULL, NULL, NULL, &error);
    show_error(error);
    show("long", nothing);
    show("lost", dragoman_extract(extractor, NULL, 1, NULL, NULL, NULL, NULL));

    pthread_t threads[4];
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, work, extractor);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);

    dragoman_close(extractor);
    dragoman_close(NULL);
    dragoman_free(NULL);
    return 0;
}
