#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

// How many threads are writing; ENDED once a signal has been let through, after which none begins.
static atomic_int writers = 0;
static atomic_int waiting = 0;
enum { ENDED = -1 };

static void endBy(int signal_number) {
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

// Ends the process by the signal that waits, unless someone is writing: the last to write will come here.
static void endIfIdle(void) {
    int none = 0;
    int signal_number = atomic_load(&waiting);
    if (signal_number != 0 && atomic_compare_exchange_strong(&writers, &none, ENDED))
        endBy(signal_number);
}

static void onSignal(int signal_number) {
    int error = errno;
    if (atomic_exchange(&waiting, signal_number) != 0) {
        // Whoever asks twice will not wait for a reader that does not read.
        endBy(signal_number);
    } else {
        endIfIdle();
    }
    errno = error;
}

void csystem_begin_writing(void) {
    int count = atomic_load(&writers);
    while (count != ENDED && !atomic_compare_exchange_weak(&writers, &count, count + 1)) {}
    if (count != ENDED && atomic_load(&waiting) == 0) return;
    if (count != ENDED) csystem_end_writing();
    for (;;) pause();
}

void csystem_end_writing(void) {
    atomic_fetch_sub(&writers, 1);
    endIfIdle();
}

void csystem_prepare(void) {
    for (int file = 0; file < 3; file += 1) {
        if (fcntl(file, F_GETFD) == -1 && errno == EBADF)
            open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN);
    static const int ends[] = {SIGHUP, SIGINT, SIGTERM};
    struct sigaction action = {.sa_handler = onSignal, .sa_flags = SA_RESTART}, old;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i += 1) {
        // Those that are ignored, as under nohup, stay so.
        if (sigaction(ends[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(ends[i], &action, NULL);
    }
}
