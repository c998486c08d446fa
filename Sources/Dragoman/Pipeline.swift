import Grammar
import Lexicon
import Segmentation

/// What an extractor makes once and every document uses.
final class Pipeline: Sendable {
    let lexicon: Lexicon
    /// The built-in rules, then the user's.
    let rules: [LinkedRules]
    let names: NameFinder
    let treaties: TreatyCatalogue
    let treatyRules: [TreatyRules]
    let resolution: ResolutionFacts
    /// The labels that are wanted.
    let labels: LabelSet

    /// - Throws: ``ExtractorError`` for an image whose rules or weights cannot be read, `GrammarErrors` for bad rules.
    init(
        lexicon: Lexicon, extraRules: [RuleSource], labels: Set<Label> = Label.standard
    ) throws {
        self.lexicon = lexicon
        self.labels = LabelSet(labels)
        var programs: [RuleProgram] = []
        var weights = NameWeights()
        for image in lexicon.images {
            if !image[.rules].isEmpty { programs.append(try Self.program(image)) }
            if !image[.weights].isEmpty {
                weights = try NameWeights(text: String(decoding: image[.weights], as: UTF8.self))
            }
        }
        if !extraRules.isEmpty {
            programs.append(try RuleCompiler(segmenter: Segmenter()).compile(extraRules))
        }
        rules = programs.map { LinkedRules($0, lexicon: lexicon) }
        names = NameFinder(lexicon: lexicon, weights: weights)
        treaties = TreatyCatalogue(lexicon)
        treatyRules = rules.map(TreatyRules.init)
        resolution = ResolutionFacts(lexicon: lexicon, rules: rules)
    }

    private static func program(_ image: LexiconImage) throws(ExtractorError) -> RuleProgram {
        do {
            return try RuleProgram(bytes: image[.rules])
        } catch {
            throw .rules(error.description)
        }
    }
}
