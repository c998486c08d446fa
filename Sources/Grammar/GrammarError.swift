/// A place in a rule file.
public struct SourcePosition: Hashable, Sendable {
    /// Line, from 1.
    public var line: Int
    /// Column in Unicode scalars, from 1.
    public var column: Int

    /// A place by its line and column.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// One mistake in a rule file: where it is and what was expected there.
public struct GrammarError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Name of the file as it was given to the compiler.
    public var file: String
    /// Where it stands.
    public var position: SourcePosition
    /// What was expected there, and what was found.
    public var message: String

    /// A mistake at a place.
    public init(file: String, position: SourcePosition, message: String) {
        self.file = file
        self.position = position
        self.message = message
    }

    /// `file:line:column: message`
    public var description: String {
        "\(file):\(position.line):\(position.column): \(message)"
    }
}

/// Every mistake of the files compiled together, in the order of files and lines.
public struct GrammarErrors: Error, Sendable, CustomStringConvertible {
    /// The mistakes: one at least, where the compiler threw them.
    public var errors: [GrammarError]

    /// The mistakes of some files.
    public init(_ errors: [GrammarError]) { self.errors = errors }

    /// One error a line.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}
