import Lexicon

/// Compiles folders of lexicons (`*.tsv`), rules (`*.rules`), weights (`*.weights`) and what they are worth (`*.confidence`)
/// into one image.
///
/// What stands in `en`, or in no folder of a language, is the image's own; each other folder whose name is the code of a
/// language becomes an image within it. What stands in `und` goes into all of them. The file `languages.tsv` has the words
/// that tell the languages apart.
public struct ImageBuilder {
    private var own: LanguageFiles
    private var others: [Language: LanguageFiles] = [:]
    /// Paths of what is of no language.
    private var shared: [String] = []
    /// By language, in the order of the file.
    private var words: [LexiconEntry] = []

    /// A builder without files.
    ///
    /// - Throws: `SegmentationError` if ICU cannot be opened.
    public init() throws { own = try LanguageFiles() }

    /// Adds every file below `folder`, in the order of their paths.
    ///
    /// - Throws: `LexiconError` for an unreadable folder or a bad lexicon, ``ExtractorError`` for bad weights.
    public mutating func add(folder: String) throws {
        for path in try Files.list(below: folder) {
            let inner = path.dropFirst(folder.count).split(separator: "/")
            if inner.count > 1, inner[0] == "und" {
                shared.append(path)
            } else {
                let language = inner.count > 1 ? Language(code: String(inner[0])) : nil
                try add(path: path, language ?? .english)
            }
        }
    }

    /// Adds one file, by what its name ends with.
    ///
    /// - Throws: also for a name that ends otherwise.
    public mutating func add(path: String) throws {
        guard LanguageFiles.endings.contains(where: path.hasSuffix) else {
            let endings = LanguageFiles.endings.joined(separator: ", ")
            throw LexiconError.file(path: path, reason: "no folder, and not one of \(endings)")
        }
        try add(path: path, .english)
    }

    private mutating func add(path: String, _ language: Language) throws {
        if path.split(separator: "/").last == "languages.tsv" {
            words += try LexiconSource(text: try Files.text(at: path), file: path).entries
        } else if language == .english {
            try own.add(path: path)
        } else {
            if others[language] == nil { others[language] = try LanguageFiles() }
            try others[language]?.add(path: path)
        }
    }

    /// The image: the same files give the same bytes.
    ///
    /// - Throws: `GrammarErrors` for bad rules.
    public func image() throws -> [UInt8] {
        let own = try complete(own)
        var languages = [source(.english, own, image: [])]
        for (language, files) in others.sorted(by: { $0.key.code < $1.key.code }) {
            let files = try complete(files)
            languages.append(source(language, files, image: try files.image()))
        }
        guard languages.count > 1 else { return try own.image() }
        return try own.image([.languages: try LanguageTable.compile(languages)])
    }

    /// The files of a language and those of none.
    private func complete(_ files: LanguageFiles) throws -> LanguageFiles {
        var files = files
        for path in shared { try files.add(path: path) }
        return files
    }

    private func source(
        _ language: Language, _ files: LanguageFiles, image: [UInt8]
    ) -> LanguageTable.Source {
        let listed = words.filter { $0.name == language.code }.flatMap(\.aliases)
        return LanguageTable.Source(
            language: language, words: listed, calendarWords: files.calendarWords, image: image)
    }
}
