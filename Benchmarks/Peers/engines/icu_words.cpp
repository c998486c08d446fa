// ICU's word BreakIterator over a file of texts, each ended by a zero byte: prints how many segments are words.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/unistr.h>

int main(int argc, char **argv) {
    if (argc != 2) {
        std::fputs("usage: icu_words FILE\n", stderr);
        return 2;
    }
    std::ifstream file(argv[1], std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> iterator(
        icu::BreakIterator::createWordInstance(icu::Locale("en"), error));
    if (!file || U_FAILURE(error)) return 1;
    long words = 0;
    for (size_t start = 0; start < bytes.size();) {
        size_t end = bytes.find('\0', start);
        if (end == std::string::npos) end = bytes.size();
        icu::UnicodeString text = icu::UnicodeString::fromUTF8(
            icu::StringPiece(bytes.data() + start, static_cast<int32_t>(end - start)));
        iterator->setText(text);
        while (iterator->next() != icu::BreakIterator::DONE) {
            if (iterator->getRuleStatus() >= UBRK_WORD_NUMBER) words += 1;
        }
        start = end + 1;
    }
    std::printf("%ld\n", words);
}
