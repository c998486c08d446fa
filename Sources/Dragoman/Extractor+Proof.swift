import Grammar
import Lexicon
import Segmentation

extension Extractor {
    /// Compiles rule files and runs their examples and counter-examples with this extractor's lexicon.
    ///
    /// - Returns: what each failing example did otherwise, with rule, file and line; empty when all hold.
    /// - Throws: `GrammarErrors` for files that are no rules.
    public func check(_ sources: [RuleSource]) throws -> [String] {
        let segmenter = try Segmenter()
        let program = try RuleCompiler(segmenter: segmenter).compile(sources)
        return RuleProof.check(
            LinkedRules(program, lexicon: lexicon), segmenter: segmenter, lexicon: lexicon
        ).map(\.description)
    }

    /// Runs the proof of every rule that this extractor uses.
    public func checkRules() throws -> [String] {
        let segmenter = try Segmenter()
        return pipeline.rules.flatMap { rules in
            RuleProof.check(rules, segmenter: segmenter, lexicon: lexicon).map(\.description)
        }
    }
}
