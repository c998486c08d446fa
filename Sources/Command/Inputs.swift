import Glibc
import Interchange

/// The inputs that stand on the command line.
enum Inputs {
    /// Opens a file, or standard input for `-`; gzip and Zstandard are unpacked.
    ///
    /// - Throws: `InputError`.
    static func open(_ path: String) throws(InputError) -> ByteSource {
        if path != "-" { return try ByteSource(path: path, unpacker: Decompressor.open) }
        if isatty(STDIN_FILENO) == 1 {
            Console.complain("reading text from the terminal; end with Ctrl-D")
        }
        return ByteSource(unpacker: Decompressor.open)
    }

    /// Looks whether a file can be read; one that is not there may be a sub-command mistyped.
    ///
    /// - Throws: ``UsageError``.
    static func check(_ path: String) throws(UsageError) {
        do {
            try ByteSource.check(path: path)
        } catch {
            let words = Set(DragomanCommand.subcommands.map { $0.words[0] }).sorted()
            let hint = Suggestion.text(for: path, among: words + ["--help", "--version"])
            throw UsageError(description: "\(error)" + hint)
        }
    }

    /// The bytes of all inputs, where all are files.
    static func size(_ paths: [String]) -> Int? {
        var total = 0
        for path in paths {
            var status = stat()
            let isKnown = path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
            guard isKnown == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
            total += Int(status.st_size)
        }
        return total
    }
}
