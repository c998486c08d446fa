/// How the process ends.
enum ExitCode {
    static let done: Int32 = 0
    static let badInput: Int32 = 1
    static let usage: Int32 = 2

    /// What each means, for the help and the manual page.
    static let meanings: [(code: String, meaning: String)] = [
        ("0", "done"),
        (
            "1",
            "some input was bad: it was named on standard error, by line, and what was good is out; or what was "
                + "asked for is not there or not right (lookup, check); or the results could not be written, as on "
                + "a full disk"
        ),
        (
            "2",
            "a mistake on the command line, or a file named there that cannot be used: nothing was done"
        ),
        (
            "SIGINT, SIGTERM",
            "ended by that signal, which shells call 130 and 143, or by SIGHUP, 129: lines that were begun are written to "
                + "their end; a second signal ends it at once"
        ),
        (
            "SIGABRT, SIGILL",
            "there was no memory left: how much was written was said; --resume goes on from there"
        ),
        (
            "SIGPIPE",
            "whoever read the results went away, as head does: dragoman ends by that signal, without a word, which "
                + "shells call 141"
        ),
    ]

    static func of(_ error: any Error) -> Int32 {
        error is OutputError || error is BadInput ? badInput : usage
    }
}
