import Dragoman
import Foundation
import Grammar
import Lexicon
import Segmentation

extension FuzzTarget {
    /// A lexicon in TSV: what compiles is an image that opens, and names of it are found.
    static let lexicon = FuzzTarget(name: "lexicon") { input in
        guard let text = String(validating: input, as: UTF8.self),
            let source = try? LexiconSource(text: text, file: "fuzz.tsv")
        else { return }
        var compiler = try LexiconCompiler()
        do { try compiler.add(source) } catch { return }
        let bytes = try compiler.image()
        let image: LexiconImage
        do { image = try LexiconImage(bytes) } catch {
            throw BrokenPromise(description: "the image of a lexicon is refused: \(error)")
        }
        let names = source.entries.prefix(8).map(\.name).joined(separator: ", ")
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        try Segmenter().segment(names, into: &tokens)
        try Lexicon([image]).findHits(in: tokens, into: &hits)
        try withFile(input) { path in
            var options = Extractor.Options()
            options.lexicons = [.entries(path: path)]
            options.nested = true
            try check(try Extractor(options: options).extract("In May 1956 " + names))
        }
    }

    /// A file of rules: what compiles is read back from its bytes, and runs.
    static let rules = FuzzTarget(name: "rules") { input in
        let source = RuleSource(
            file: "fuzz.rules", text: String(decoding: input, as: UTF8.self))
        let workshop = try Workshop.shared.get()
        guard let program = try? RuleCompiler(segmenter: workshop.segmenter).compile([source])
        else { return }
        let bytes = program.write()
        do { _ = try RuleProgram(bytes: bytes) } catch {
            throw BrokenPromise(description: "compiled rules are refused: \(error)")
        }
        let linked = LinkedRules(program, lexicon: workshop.lexicon)
        let matcher = Matcher(linked)
        var matches = RuleMatches(linked)
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        workshop.segmenter.segment(Workshop.text, into: &tokens)
        workshop.lexicon.findHits(in: tokens, into: &hits)
        matcher.match(tokens, hits: hits, into: &matches)
        // The bound that the matcher states: each junction, twice, for each of the next 64 tokens, of rule and contexts.
        let bound = tokens.tokens.count * 2 * 64 * max(1, bytes.count)
        try promise(matcher.steps <= bound, "\(matcher.steps) steps")
        _ = RuleProof.check(linked, segmenter: workshop.segmenter, lexicon: workshop.lexicon)
    }

    /// Changes to a compiled image, four bytes each: where (three, little-endian) and what; the checksums are mended, so
    /// that the tables themselves are read. A place behind the end cuts the image off there.
    static let image = FuzzTarget(name: "image") { input in
        var bytes = try SmallImage.shared.get()
        for change in stride(from: 0, to: input.count - 3, by: 4) {
            let place =
                Int(input[change]) | Int(input[change + 1]) << 8 | Int(input[change + 2]) << 16
            if place < bytes.count {
                bytes[place] = input[change + 3]
            } else {
                bytes.removeLast(min(bytes.count, Int(input[change + 3]) + 1))
            }
        }
        try SmallImage.use(bytes)
    }
}

/// What the target of rules reads with its rules.
private struct Workshop: @unchecked Sendable {
    // Used by one thread at a time: the fuzzer has one, and the tests run one input after another.
    let segmenter: Segmenter
    let lexicon: Lexicon

    static let shared = Result { try Workshop() }

    static let text = """
        On May 5th, 1956 the Foreign Minister of Japan, Mr. Taro Kono, met Ms. A. Lavrova (U.N.) in New York. \
        "We signed the Joint Declaration," he said; it enters into force 12.02.2019, 3 days later.
        """

    init() throws {
        segmenter = try Segmenter()
        lexicon = try Extractor().lexicon
    }
}
