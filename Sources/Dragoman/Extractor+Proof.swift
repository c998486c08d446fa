import Grammar
import Lexicon
import Segmentation

extension Extractor {
    /// Compiles rule files and runs their examples and counter-examples with this extractor's lexicon: that of the
    /// language that ``Options/languages`` has first.
    ///
    /// - Returns: what each failing example did otherwise, with rule, file and line; empty when all hold.
    /// - Throws: `GrammarErrors` for files that are no rules.
    public func check(_ sources: [RuleSource]) throws -> [String] {
        let segmenter = try Segmenter()
        let program = try RuleCompiler.compileChecked(sources)
        let foreign = try pipeline.languages.knowledge(of: pipeline.languages.wanted[0])
        let lexicon = foreign?.lexicon ?? lexicon
        return RuleProof.check(
            LinkedRules(program, lexicon: lexicon), segmenter: segmenter, lexicon: lexicon
        ).map(\.description)
    }

    /// Runs the proof of every rule that this extractor uses.
    public func checkRules() throws -> [String] {
        let segmenter = try Segmenter()
        var failures = pipeline.rules.flatMap { rules in
            RuleProof.check(rules, segmenter: segmenter, lexicon: lexicon).map(\.description)
        }
        for place in pipeline.languages.wanted {
            // The user's rules, which come after the language's own, are proved once.
            guard let foreign = try pipeline.languages.knowledge(of: place),
                let rules = foreign.rules.first
            else { continue }
            let language = pipeline.languages.languages[place]
            failures += RuleProof.check(rules, segmenter: segmenter, lexicon: foreign.lexicon)
                .map { "\(language)/\($0.description)" }
        }
        return failures
    }
}
