#include "CLexicon.h"

// Embedded, so that nothing is looked up by path and the lexicon moves with the executable.
static _Alignas(64) const unsigned char image[] = {
#embed "en.image"
};

const void *dragoman_lexicon_start(void) { return image; }

unsigned long dragoman_lexicon_size(void) { return sizeof image; }
