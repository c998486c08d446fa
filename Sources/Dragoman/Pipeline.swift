import Grammar
import Lexicon
import Segmentation

/// What an extractor makes once and every document uses.
final class Pipeline: Sendable {
    let lexicon: Lexicon
    /// The built-in rules, then the user's.
    let rules: [LinkedRules]
    let dates: DateRules
    let names: NameKnowledge
    let treaties: TreatyCatalogue

    /// - Throws: ``ExtractorError`` for an image whose rules or weights cannot be read, `GrammarErrors` for bad rules.
    init(lexicon: Lexicon, extraRules: [RuleSource], readsWeights: Bool = true) throws {
        self.lexicon = lexicon
        var programs: [RuleProgram] = []
        var model: NameModel?
        for image in lexicon.images {
            if !image[.rules].isEmpty { programs.append(try Self.program(image)) }
            if readsWeights, !image[.weights].isEmpty {
                model = try NameModel(image: image)
            }
        }
        if !extraRules.isEmpty {
            programs.append(try RuleCompiler(segmenter: Segmenter()).compile(extraRules))
        }
        rules = programs.map { LinkedRules($0, lexicon: lexicon) }
        dates = DateRules(rules, lexicon: lexicon)
        names = NameKnowledge(
            lexicon: lexicon, model: try model ?? NameModel(weights: NameWeights()))
        treaties = TreatyCatalogue(lexicon)
    }

    private static func program(_ image: LexiconImage) throws(ExtractorError) -> RuleProgram {
        do {
            return try RuleProgram(bytes: image[.rules])
        } catch {
            throw .rules(error.description)
        }
    }
}
