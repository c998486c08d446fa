import Grammar
import Lexicon
import Segmentation

/// The lexicons, rules and weights of one language on their way into an image.
struct LanguageFiles {
    private var compiler: LexiconCompiler
    private var sources: [LexiconSource] = []
    private var rules: [RuleSource] = []
    private var weights: [UInt8] = []
    private var confidence: [UInt8] = []

    /// How the names of files end that are taken.
    static let endings = [".tsv", ".rules", ".weights", ".confidence"]

    init() throws(SegmentationError) { compiler = try LexiconCompiler() }

    /// Adds one file, by what its name ends with; others are passed over.
    mutating func add(path: String) throws {
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

    /// The image of the files, with further sections as they are given.
    ///
    /// - Throws: ``GrammarErrors`` for bad rules.
    func image(_ extra: [ImageSection: [UInt8]] = [:]) throws -> [UInt8] {
        var sections = extra
        if !rules.isEmpty {
            let program = try RuleCompiler(
                segmenter: Segmenter(), commonness: Commonness(sources)
            ).compile(rules)
            let bytes = program.write()
            sections[.rules] = bytes
            sections[.linkedRules] = try LinkedRules.section(
                bytes, classNames: compiler.classNames)
        }
        if !weights.isEmpty { sections[.weights] = weights }
        if !confidence.isEmpty { sections[.confidence] = confidence }
        return try compiler.image(sections: sections)
    }

    /// Months and weekdays, written out, and the days around today; not those that are other words too: `may`.
    var calendarWords: [String] {
        sources.flatMap(\.entries).filter {
            let parts = $0.className.split(separator: ".")
            return ["month", "weekday", "dayword"].contains(parts.first ?? "")
                && !["short", "doubtful"].contains(parts.last)
        }.flatMap { [$0.name] + $0.aliases }
    }
}
