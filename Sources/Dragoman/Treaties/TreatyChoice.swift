import Segmentation

/// Decides which of the catalogue's treaties of one name is meant.
///
/// There are many Treaties of Paris and Joint Declarations: the date beside the name, the states in the sentence and
/// in the document, and the year of the document speak for one or against it.
struct TreatyChoice {
    private let source: TreatySource
    private let year: Int?
    private let here: TreatySurroundings
    /// All states that the document names; none where they cannot decide.
    private let everywhere: TreatyStates

    /// - Parameter everywhere: codes of all states that the document names; none where they cannot decide.
    init(source: TreatySource, parties: TreatyParties, year: Int?, everywhere: [String]) {
        self.source = source
        self.year = year
        here = TreatySurroundings(source, parties)
        self.everywhere = TreatyStates(everywhere)
    }

    /// Dates and states looked at since the document began: the measure of the work.
    var steps: Int { here.steps }

    /// What a name may mean.
    struct Meaning {
        /// The treaty that is meant, if one fits better than others.
        var known: KnownTreaty?
        /// Those that fit equally well, where several do.
        var candidates: [KnownTreaty] = []
    }

    /// The treaty that is meant, or those between which nothing decides.
    func choose(
        _ known: [KnownTreaty], in sentence: Range<Int>, _ facts: TreatyFacts
    ) -> Meaning {
        if known.isEmpty { return Meaning() }
        if known.count == 1, facts.signed < 0 {
            // Nothing else can speak against it.
            let isLater = year.map { known[0].madeYear ?? 0 > $0 } ?? false
            return Meaning(known: isLater ? nil : known[0])
        }
        let scored = known.map { ($0, score($0, in: sentence, facts)) }
        guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= 0 else { return Meaning() }
        if known.count == 1 { return Meaning(known: best.0) }
        let equals = scored.filter { $0.1 == best.1 }
        if equals.count > 1 { return Meaning(candidates: equals.map(\.0)) }
        return Meaning(known: best.1 > 0 ? best.0 : nil)
    }

    private func score(_ known: KnownTreaty, in sentence: Range<Int>, _ facts: TreatyFacts) -> Int {
        var score = 0
        if let made = known.made {
            if let year, let madeYear = known.madeYear, madeYear > year { return -10 }
            // A year far from the treaty's own may be that of one state's signature, so only a name's own date counts.
            if let signed = source.value(facts.signed) {
                if made.hasPrefix(signed) || signed.hasPrefix(made) {
                    score += 6
                } else if !known.parties.isEmpty || known.adopted == nil {
                    // Another day of the same year may be a slip, if the states are those of the treaty.
                    let isDay = signed.utf8.count == 10 && made.utf8.count == 10
                    score -= signed.prefix(4) != made.prefix(4) ? 5 : isDay ? 4 : 1
                }
            }
            if here.hasDate(startingWith: made.prefix(4), in: sentence) { score += 2 }
        }
        guard !known.parties.isEmpty else { return score }
        score += min(here.states(in: sentence).count(of: known.parties), 2)
        let count = everywhere.count(of: known.parties)
        if count == known.parties.count {
            score += 2
        } else if count > 0 {
            score += 1
        }
        return score
    }
}
