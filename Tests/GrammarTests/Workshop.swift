import Grammar
import Lexicon
import Segmentation

/// A segmenter, a small lexicon and the way from rule text to matches.
struct Workshop {
    let segmenter: Segmenter
    var lexicon: Lexicon

    static let facts = """
        # Facts for the tests of rules
        # source: written for these tests
        # license: Apache-2.0
        # date: 2026-11-23
        name\tclass\tcase
        Japan\tplace.country\tname
        South Korea\tplace.country\tname
        South\tplace.region\tname
        Seoul\tplace.city\tname
        May\tmonth\tname
        February\tmonth\tname
        Minister\ttitle\tname
        Foreign Minister\ttitle\tname
        Foreign Minister of State\ttitle\tname
        a\tx\tany
        a b\tx\tany
        b c\ty.z\tany
        c\ty\tany
        a b c\ty\tany
        """

    init() throws {
        segmenter = try Segmenter()
        var compiler = try LexiconCompiler()
        try compiler.add(LexiconSource(text: Workshop.facts, file: "facts.tsv"))
        lexicon = try Lexicon([LexiconImage(compiler.image())])
    }

    /// The rules of a file.
    func rules(_ text: String) throws -> LinkedRules {
        let compiler = RuleCompiler(segmenter: segmenter)
        let program = try compiler.compile([RuleSource(file: "test.rules", text: text)])
        return LinkedRules(program, lexicon: lexicon)
    }

    /// A file of one rule with the lines given; `mark X` is added unless they say what to do.
    static func file(_ lines: String) -> String {
        let body = lines.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
        let action = lines.contains("mark ") || lines.contains("evidence ") ? "" : "\n  mark X"
        return "rule t\n  example \"[x]\"\n  counter \"y\"\n" + body + action + "\n"
    }

    func read(_ text: String, _ tokens: inout TokenBuffer, _ hits: inout HitBuffer) {
        segmenter.segment(text, into: &tokens)
        lexicon.findHits(in: tokens, into: &hits)
    }

    /// The spans that the rules find in `text`, as text.
    func spans(_ rules: LinkedRules, in text: String) -> [String] {
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        read(text, &tokens, &hits)
        Matcher(rules).match(tokens, hits: hits, into: &matches)
        return matches.map { tokens.text(of: $0.span) }
    }
}
