/// What stands in the sentence that was asked about last, read once however many treaties stand in it.
final class TreatySurroundings {
    private let source: TreatySource
    private let parties: TreatyParties
    private var sentence = 0..<0
    /// The years of the dates, as far as they are known: `1956`, `195`.
    private var years: Set<Substring> = []
    private var states = TreatyStates([])
    /// Dates and states read: the measure of the work.
    private(set) var steps = 0

    init(_ source: TreatySource, _ parties: TreatyParties) {
        self.source = source
        self.parties = parties
    }

    /// Whether a date of the sentence has a TIMEX3 value that starts with a year.
    func hasDate(startingWith year: Substring, in sentence: Range<Int>) -> Bool {
        read(sentence)
        return years.contains(year)
            || year.utf8.count < 4 && years.contains { $0.hasPrefix(year) }
    }

    /// The states that the sentence names.
    func states(in sentence: Range<Int>) -> TreatyStates {
        read(sentence)
        return states
    }

    private func read(_ sentence: Range<Int>) {
        if sentence == self.sentence { return }
        self.sentence = sentence
        let dates = source.dates
        let within = dates.indices(within: sentence)
        years = Set(within.map { dates[$0].value.prefix(4) })
        states = TreatyStates(parties.codes(in: sentence))
        steps += within.count + parties.states(in: sentence).count
    }
}

/// States by their codes, and by those of the states that they continue or that continue them.
struct TreatyStates {
    private var codes: Set<String> = []

    init(_ codes: [String]) {
        for code in codes { TreatyParties.forEachSame(as: code) { self.codes.insert($0) } }
    }

    /// How many of some parties are among the states.
    func count(of parties: [String]) -> Int { parties.count { codes.contains($0) } }
}
