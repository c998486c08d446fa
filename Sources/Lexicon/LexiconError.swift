/// What can be wrong with a lexicon source or image.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
    /// A source file breaks the format: file, line from 1, what is wrong.
    case source(file: String, line: Int, message: String)
    /// A file cannot be read or written: its path and the system's reason.
    case file(path: String, reason: String)
    /// The bytes are no lexicon image of this version, or were damaged.
    case image(reason: String)
    /// More classes than ``ClassSet/capacity``.
    case tooManyClasses
    /// More than ``LexiconCompiler/mostEntries`` entries have one spelling.
    case tooManyEntries(spelling: String)

    public var description: String {
        switch self {
        case .source(let file, let line, let message): "\(file):\(line): \(message)"
        case .file(let path, let reason): "\(path): \(reason)"
        case .image(let reason): "not a usable lexicon image: \(reason)"
        case .tooManyEntries(let spelling):
            "more than \(LexiconCompiler.mostEntries) lexicon entries are spelled “\(spelling)”"
        case .tooManyClasses:
            "more than \(ClassSet.capacity) lexicon classes: use fewer class names"
        }
    }
}
