import Grammar
import Lexicon
import Segmentation

/// Compiles folders of lexicons (`*.tsv`), rules (`*.rules`), weights (`*.weights`) and what they are worth (`*.confidence`)
/// into one image.
public struct ImageBuilder {
    private var compiler: LexiconCompiler
    private var sources: [LexiconSource] = []
    private var rules: [RuleSource] = []
    private var weights: [UInt8] = []
    private var confidence: [UInt8] = []

    public init() throws { compiler = try LexiconCompiler() }

    /// Adds every file below `folder`, in the order of their paths.
    ///
    /// - Throws: ``LexiconError`` for an unreadable folder or a bad lexicon, ``ExtractorError`` for bad weights.
    public mutating func add(folder: String) throws {
        for path in try Files.list(below: folder) { try add(path: path) }
    }

    /// Adds one file, by what its name ends with; others are passed over.
    public mutating func add(path: String) throws {
        if path.hasSuffix(".tsv") {
            let source = try LexiconSource(text: try Files.text(at: path), file: path)
            try compiler.add(source)
            sources.append(source)
        } else if path.hasSuffix(".rules") {
            // Without the folders: the image must not depend on where the files stand.
            let name = path.split(separator: "/").last.map(String.init) ?? path
            rules.append(RuleSource(file: name, text: try Files.text(at: path)))
        } else if path.hasSuffix(".weights") {
            weights = try NameWeights(text: try Files.text(at: path)).compiled()
        } else if path.hasSuffix(".confidence") {
            confidence = Array(
                try NameConfidence(text: try Files.text(at: path)).lines().utf8)
        }
    }

    /// The image: the same files give the same bytes.
    ///
    /// - Throws: ``GrammarErrors`` for bad rules.
    public func image() throws -> [UInt8] {
        var sections: [ImageSection: [UInt8]] = [:]
        if !rules.isEmpty {
            let program = try RuleCompiler(
                segmenter: Segmenter(), commonness: Commonness(sources)
            ).compile(rules)
            sections[.rules] = program.write()
        }
        if !weights.isEmpty { sections[.weights] = weights }
        if !confidence.isEmpty { sections[.confidence] = confidence }
        return try compiler.image(sections: sections)
    }
}
