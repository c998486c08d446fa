#ifndef CLEXICON_H
#define CLEXICON_H

/// The lexicon image that ships with the library: its first byte, 8-byte aligned.
const void *dragoman_lexicon_start(void);
/// Its size in bytes.
unsigned long dragoman_lexicon_size(void);

#endif
