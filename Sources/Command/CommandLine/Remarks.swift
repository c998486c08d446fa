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

    /// What each is for, and the line that does it.
    static let examples = [
        (
            purpose:
                "The people, places, dates and treaties of an article, with all that is known of them",
            code: "dragoman --pretty article.txt"
        ),
        (
            purpose: "Dates and treaties of a speech, one a line",
            code: "dragoman --labels DATE,TREATY --output tsv speech.txt"
        ),
        (
            purpose: "A packed corpus of JSON Lines, by two processors",
            code:
                "dragoman --input jsonl --field body --date-field published --jobs 2 corpus.jsonl.zst > entities.jsonl"
        ),
        (
            purpose: "An article on the terminal, its mentions in colour",
            code: "dragoman --output text --color always article.txt | less -R"
        ),
        (
            purpose: "A page to read",
            code: "dragoman --output html article.txt > article.html"
        ),
        (
            purpose: "What is known of a name",
            code: "dragoman lexicon lookup Treaty of Westphalia"
        ),
    ]

    static let environment: [(name: String, meaning: String)] = [
        ("DRAGOMAN_LEXICON", "a lexicon file to use as --lexicon does"),
        ("NO_COLOR", "if it is set, nothing is coloured unless --color=always says so"),
    ]
}
