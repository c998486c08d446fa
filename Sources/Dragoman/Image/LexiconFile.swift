import CLexicon
import Lexicon

/// A lexicon that a user brings.
public enum LexiconFile: Sendable {
    /// A compiled image. One that holds rules replaces the built-in one, one without adds to it.
    case image(path: String)
    /// A TSV file, which adds to the built-in lexicon.
    case entries(path: String)

    /// The lexicon in the file at `path`: an image, or entries where the name ends with `.tsv`.
    public init(path: String) {
        self = path.hasSuffix(".tsv") ? .entries(path: path) : .image(path: path)
    }

    /// The images of `files`, behind the built-in one unless one of them replaces it.
    static func open(_ files: [LexiconFile]) throws -> [LexiconImage] {
        var images: [LexiconImage] = []
        var isComplete = false
        for file in files {
            let image = try file.open()
            if image[.rules].isEmpty {
                images.append(image)
            } else {
                images.insert(image, at: 0)
                isComplete = true
            }
        }
        return isComplete ? images : [try builtIn()] + images
    }

    /// The image in the file, or made of it.
    package func open() throws -> LexiconImage {
        switch self {
        case .image(let path):
            do {
                return try LexiconImage(path: path)
            } catch LexiconError.image(let reason) {
                throw LexiconError.file(path: path, reason: "not a usable lexicon: \(reason)")
            }
        case .entries(let path):
            var compiler = try LexiconCompiler()
            try compiler.add(LexiconSource(text: try Files.text(at: path), file: path))
            return try LexiconImage(try compiler.image())
        }
    }

    /// The image that is embedded in the library.
    package static func builtIn() throws(LexiconError) -> LexiconImage {
        try LexiconImage(
            bytes: UnsafeRawBufferPointer(
                start: dragoman_lexicon_start(), count: Int(dragoman_lexicon_size())),
            trusted: true)
    }
}
