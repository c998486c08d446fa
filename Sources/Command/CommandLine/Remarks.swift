import Interchange

/// What help and manual page say beside options and sub-commands.
enum Remarks {
    static let purpose = "Finds people, organizations, places, dates and treaties in text."

    static var paragraphs: [String] {
        [
            "gzip and Zstandard files are unpacked, told by their first bytes. Memory grows with the longest document "
                + "(some thirty bytes for each of its), not with the input; a line may have "
                + "\(BatchReader.longestLine >> 20) MB, and a longer one is bad input. The output is the same, in the "
                + "input's order, whatever --jobs says.",
            "Results go to standard output, everything else to standard error. A file that is called as a sub-command "
                + "is: ./tokens. After -- nothing is an option.",
        ]
    }

    static let environment: [(name: String, meaning: String)] = [
        ("DRAGOMAN_LEXICON", "a lexicon file to use as --lexicon does")
    ]
}
