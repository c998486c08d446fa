import Segmentation

/// Decides which of the catalogue's treaties of one name is meant.
///
/// There are many Treaties of Paris and Joint Declarations: the date beside the name, the states in the sentence and
/// in the document, and the year of the document speak for one or against it.
struct TreatyChoice {
    let source: TreatySource
    let parties: TreatyParties
    let year: Int?
    /// Codes of all states that the document names; none where they cannot decide.
    let everywhere: [String]

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
            let hasYear = source.dates.indices(within: sentence).contains {
                source.dates[$0].value.hasPrefix(made.prefix(4))
            }
            if hasYear { score += 2 }
        }
        guard !known.parties.isEmpty else { return score }
        let here = parties.codes(in: sentence)
        func count(_ codes: [String]) -> Int {
            known.parties.count { party in codes.contains { TreatyParties.isSame($0, party) } }
        }
        score += min(count(here), 2)
        if count(everywhere) == known.parties.count {
            score += 2
        } else if count(everywhere) > 0 {
            score += 1
        }
        return score
    }
}
