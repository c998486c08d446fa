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

    /// Looks whether all can be read, and none is where the output goes: what is written there would be read again. One that
    /// is not there may be a sub-command mistyped.
    ///
    /// - Parameter output: the file that the output goes to; `nil` is standard output.
    /// - Throws: ``UsageError``.
    static func check(_ paths: [String], output: String?) throws(UsageError) {
        let end = output.map { status($0) } ?? status(STDOUT_FILENO)
        for path in paths {
            if path != "-" { try check(path) }
            guard let end, let start = path == "-" ? status(STDIN_FILENO) : status(path) else {
                continue
            }
            if isRegular(end), start.st_dev == end.st_dev, start.st_ino == end.st_ino {
                let name = path == "-" ? "standard input" : path
                throw UsageError(description: "\(name): the output goes there too")
            }
        }
    }

    private static func check(_ path: String) throws(UsageError) {
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
            guard let status = path == "-" ? status(STDIN_FILENO) : status(path),
                isRegular(status)
            else { return nil }
            total += Int(status.st_size)
        }
        return total
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }

    private static func status(_ descriptor: Int32) -> stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    private static func isRegular(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFREG }
}
