import Grammar
import Lexicon
import Segmentation

/// What an extractor makes once and every document uses.
final class Pipeline: Sendable {
    let lexicon: Lexicon
    /// The built-in rules, then the user's.
    let rules: [LinkedRules]
    let dates: DateRules
    let languages: LanguageKnowledge
    let names: NameKnowledge
    /// Where it was asked for.
    let confidence: NameConfidence?
    /// What a user's lexicons say of names.
    let userNames: UserNames
    /// What each program's rules say of names.
    let evidence: [NameEvidence.Table]
    let treaties: TreatyCatalogue
    let treatyRules: [TreatyRules]
    let resolution: ResolutionFacts
    /// The labels that are wanted.
    let labels: LabelSet

    /// - Throws: ``ExtractorError`` for an image whose rules or weights cannot be read, `GrammarErrors` for bad rules.
    init(lexicon: Lexicon, options: Extractor.Options) throws {
        self.lexicon = lexicon
        self.labels = LabelSet(options.labels)
        var programs: [RuleProgram] = []
        var model: NameModel?
        for image in lexicon.images {
            if !image[.rules].isEmpty { programs.append(try RuleProgram(image: image)) }
            if !options.isFitting, !image[.weights].isEmpty {
                model = try NameModel(image: image)
            }
        }
        let added =
            options.rules.isEmpty ? nil : try RuleCompiler.compileChecked(options.rules)
        if let added { programs.append(added) }
        if let weights = options.weights { model = try NameModel(weights: weights) }
        confidence = options.confidence ? try Self.confidence(lexicon) : nil
        rules = programs.map { LinkedRules($0, lexicon: lexicon) }
        dates = DateRules(rules, lexicon: lexicon)
        languages = try LanguageKnowledge(
            lexicon.images, rules: added, wanted: options.languages)
        userNames = UserNames(lexicon)
        evidence = rules.map(NameEvidence.Table.init)
        names = NameKnowledge(
            lexicon: lexicon, model: try model ?? NameModel(weights: NameWeights()))
        treaties = TreatyCatalogue(lexicon)
        treatyRules = rules.map(TreatyRules.init)
        resolution = ResolutionFacts(lexicon: lexicon, rules: rules)
    }

    private static func confidence(_ lexicon: Lexicon) throws(ExtractorError) -> NameConfidence? {
        guard let section = lexicon.images.map({ $0[.confidence] }).last(where: { !$0.isEmpty })
        else { return nil }
        return try NameConfidence(text: String(decoding: section, as: UTF8.self))
    }
}

extension RuleProgram {
    /// The rules of an image.
    convenience init(image: LexiconImage) throws(ExtractorError) {
        do {
            try self.init(bytes: image[.rules], trusted: image.isTrusted)
        } catch {
            throw .rules(error.description)
        }
    }
}
