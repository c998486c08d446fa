import Glibc

/// Whether what a person reads is in colour: the values of `--color`.
enum ColorUse: String, OptionChoice {
    case auto, always, never

    var summary: String {
        switch self {
        case .auto: "on a terminal, unless NO_COLOR is set or TERM is dumb"
        case .always: "wherever it goes, as to less -R"
        case .never: "brackets with labels, on a terminal too"
        }
    }

    /// - Parameter toFiles: whether results go to files of their own, and not to standard output.
    func isOn(toFiles: Bool) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            !toFiles && isatty(STDOUT_FILENO) == 1 && Environment.value("NO_COLOR") == nil
                && Environment.value("TERM") != "dumb"
        }
    }
}
