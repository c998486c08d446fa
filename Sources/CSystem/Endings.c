#define _GNU_SOURCE
#include "CSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// How many threads are writing; ENDED once a signal was let through, after which none begins.
static atomic_int writers = 0;
enum { ENDED = -1 };
static _Thread_local volatile sig_atomic_t isWriting = 0;
static atomic_size_t outputBytes = 0;
// The signal that waits for the writers; whether a thread has met a fault and waits for them.
static atomic_int waiting = 0;
static atomic_bool isFaulty = false;

static void park(void) {
    for (;;) pause();
}

static void endBy(int number) {
    signal(number, SIG_DFL);
    raise(number);
}

// Ends the process by the signal that waits, unless someone is writing: the last to write will come here.
static void endIfIdle(void) {
    int none = 0;
    int number = atomic_load(&waiting);
    if (number != 0 && atomic_compare_exchange_strong(&writers, &none, ENDED)) endBy(number);
}

static void onSignal(int number) {
    int error = errno;
    // Whoever asks twice will not wait for a reader that does not read.
    if (atomic_exchange(&waiting, number) != 0) {
        endBy(number);
    } else {
        endIfIdle();
    }
    errno = error;
}

void csystem_begin_writing(void) {
    int count = atomic_load(&writers);
    while (count != ENDED && !atomic_compare_exchange_weak(&writers, &count, count + 1)) {}
    if (count == ENDED) park();
    isWriting = 1;
    if (atomic_load(&waiting) == 0 && !atomic_load(&isFaulty)) return;
    csystem_end_writing(0);
    park();
}

void csystem_end_writing(size_t written) {
    atomic_fetch_add(&outputBytes, written);
    isWriting = 0;
    atomic_fetch_sub(&writers, 1);
    endIfIdle();
}

size_t csystem_output_bytes(void) { return atomic_load(&outputBytes); }

static const int faults[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
enum { faultCount = sizeof faults / sizeof *faults };
static struct sigaction othersAction[faultCount];

// The stack of the main thread may be what there is no memory for.
static char faultStack[1 << 15];

static void say(const char *text) { (void)!write(STDERR_FILENO, text, strlen(text)); }

static void sayNumber(size_t number) {
    char text[24], *start = text + sizeof text - 1;
    *start = 0;
    do *--start = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    say(start);
}

// Swift ends a process that gets no more memory by SIGABRT or a trap. Others finish the lines that they are writing first.
static void onFault(int number) {
    if (atomic_exchange(&isFaulty, true)) park();
    const struct timespec moment = {.tv_nsec = 1000000};
    while (atomic_load(&writers) > isWriting) nanosleep(&moment, NULL);
    say("dragoman: out of memory, or a fault of its own: ");
    sayNumber(csystem_output_bytes());
    say(isWriting ? " bytes are written and a part of a line\n" : " bytes are written, all of them whole lines\n");
    for (int i = 0; i < faultCount; i += 1) {
        if (faults[i] == number) sigaction(number, &othersAction[i], NULL);
    }
    raise(number);
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
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i += 1) {
        // Those that are ignored, as under nohup, stay so.
        if (sigaction(ends[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(ends[i], &action, NULL);
    }
    stack_t stack = {.ss_sp = faultStack, .ss_size = sizeof faultStack}, known;
    if (sigaltstack(NULL, &known) == 0 && known.ss_flags & SS_DISABLE) sigaltstack(&stack, NULL);
    action.sa_handler = onFault;
    action.sa_flags = SA_ONSTACK;
    for (int i = 0; i < faultCount; i += 1) sigaction(faults[i], &action, &othersAction[i]);
}
