import Segmentation

/// Reads the facts about a treaty from the sentence around a mention of it.
struct TreatyEvents {
    /// An event verb or noun.
    struct Event {
        enum Role {
            case opened, initialled, signed, ratified, inForce, amended, suspended, denounced, ended
            case annulled

            /// Whether it may be done to something else than the treaty: `annulled its obligations`.
            var isLoose: Bool {
                switch self {
                case .amended, .suspended, .denounced, .ended, .annulled: true
                default: false
                }
            }
        }
        var token: Int
        var role: Role
        /// Whether it is said to have happened: not denied, planned or merely possible.
        var happened: Bool
    }

    let source: TreatySource
    let parties: TreatyParties

    /// The facts of each mention, in the order of `mentions`.
    func facts(of mentions: [TreatyCandidate]) -> [TreatyFacts] {
        var result: [TreatyFacts] = []
        // Where what is said of a mention may start: after `between X and Y`.
        var ends: [Int] = []
        result.reserveCapacity(mentions.count)
        ends.reserveCapacity(mentions.count)
        for mention in mentions.indices {
            result.append(TreatyFacts())
            ends.append(addDirect(mentions[mention], to: &result[mention]))
        }
        var next = 0
        var events: [Event] = []
        while next < mentions.count {
            let sentence = mentions[next].sentence
            let first = next
            while next < mentions.count, mentions[next].tokens.lowerBound < sentence.upperBound {
                next += 1
            }
            let members = first..<next
            find(in: sentence, &events)
            for (number, event) in events.enumerated() {
                guard let owner = owner(of: event, members, mentions, ends) else { continue }
                let limit =
                    number + 1 < events.count ? events[number + 1].token : sentence.upperBound
                let date = date(of: event, isFirst: number == 0, limit: limit, sentence)
                add(event, date, sentence, to: &result[owner])
            }
            for member in members {
                guard let status = plannedStatus(mentions[member].tokens, sentence) else {
                    continue
                }
                result[member].raise(to: status)
            }
        }
        return result
    }

    /// Adds dates and parties that stand beside the mention itself.
    ///
    /// - Returns: where they end.
    private func addDirect(_ mention: TreatyCandidate, to facts: inout TreatyFacts) -> Int {
        let around = mention.tokens.lowerBound - 1..<mention.tokens.upperBound + 3
        for date in source.dates.indices(within: around)
        where isBeside(source.dates[date].tokens, mention.tokens) {
            facts.signed = Int32(date)
            add(date, to: &facts)
            break
        }
        facts.parties = parties.codes(in: mention.tokens)
        let limit = mention.sentence.upperBound
        let after = mention.tokens.upperBound
        for index in after..<max(after, min(after + 3, limit)) where source.isAny(.between, index) {
            guard let found = parties.between(index, limit: limit) else { continue }
            facts.parties = found.codes
            facts.evidence += parties.states(in: found.tokens).map { $0.tokens }
            return found.tokens.upperBound
        }
        return after
    }

    /// Notes that a fact was read from a date.
    func add(_ date: Int, to facts: inout TreatyFacts) {
        facts.evidence.append(source.dates[date].tokens)
        if !source.dates[date].isExplicit { facts.inferred.append(Int32(date)) }
    }

    /// `the 1951 Convention`, `the Joint Declaration (as) of October 19, 1956`, `the Treaty dated 1936`.
    private func isBeside(_ date: Range<Int>, _ mention: Range<Int>) -> Bool {
        if date.upperBound == mention.lowerBound { return true }
        if mention.lowerBound <= date.lowerBound, date.upperBound <= mention.upperBound {
            return true
        }
        let gap = date.lowerBound - mention.upperBound
        guard gap == 1 || gap == 2 else { return false }
        let last = date.lowerBound - 1
        return gap == 1
            ? source.isAny([.of, .dated, .bracket], last)
            : source.isAny(.asWord, last - 1) && source.isAny(.of, last)
    }

    /// The mention that an event is about: the nearest, without another clause's verb between them.
    private func owner(
        of event: Event, _ members: Range<Int>, _ mentions: [TreatyCandidate], _ ends: [Int]
    ) -> Int? {
        // The last mention that ends before the event, and the first that starts after it.
        var after = members.lowerBound
        var end = members.upperBound
        while after < end {
            let middle = (after + end) / 2
            if mentions[middle].tokens.upperBound > event.token {
                end = middle
            } else {
                after = middle + 1
            }
        }
        let before = after - 1
        if after < members.upperBound, mentions[after].tokens.contains(event.token) { after += 1 }
        var near: (mention: Int, distance: Int)?
        if before >= members.lowerBound {
            near = (before, max(0, event.token - ends[before]))
        }
        if after < members.upperBound {
            let distance = mentions[after].tokens.lowerBound - event.token - 1
            if near.map({ distance < $0.distance }) ?? true { near = (after, distance) }
        }
        let reach = event.role == .denounced ? 4 : event.role.isLoose ? 3 : 12
        guard let near, near.distance <= reach else { return nil }
        let tokens = mentions[near.mention].tokens
        if event.role.isLoose, tokens.upperBound <= event.token,
            !source.isAny(.expire, event.token)
        {
            let hasPassive = (tokens.upperBound..<event.token).contains {
                source.isAny(.auxiliary, $0)
            }
            return hasPassive ? near.mention : nil
        }
        return near.mention
    }

    private func add(
        _ event: Event, _ date: Int?, _ sentence: Range<Int>, to facts: inout TreatyFacts
    ) {
        if event.role == .signed || event.role == .initialled, facts.parties.count < 2 {
            let signers = signers(event, sentence)
            if signers.count >= 2 {
                facts.parties = signers.map(\.code)
                facts.evidence += signers.map(\.tokens)
            }
        }
        guard event.happened else {
            if event.role == .signed || event.role == .initialled { facts.raise(to: .proposed) }
            return
        }
        let value = Int32(date ?? -1)
        if event.role.isLoose, value < 0, isHypothetical(event.token, sentence) { return }
        switch event.role {
        case .opened:
            TreatyFacts.fill(&facts.opened, value)
            if value >= 0 { facts.raise(to: .signed) }
        case .initialled: facts.raise(to: .initialled)
        case .signed:
            TreatyFacts.fill(&facts.signed, value)
            let isPast = source.isAny(.signedForms, event.token)
            if isPast || value >= 0 { facts.raise(to: .signed) }
        case .ratified:
            TreatyFacts.fill(&facts.ratified, value)
            for state in ratifiers(event, sentence) {
                facts.addRatification(by: state.code, value)
                facts.evidence.append(state.tokens)
            }
            if value >= 0 || source.isAny(.ratifiedForm, event.token) {
                facts.raise(to: .ratified)
            }
        case .inForce:
            TreatyFacts.fill(&facts.inForce, value)
            facts.raise(to: .inForce)
        case .amended: TreatyFacts.fill(&facts.amended, value)
        case .suspended:
            TreatyFacts.fill(&facts.suspended, value)
            facts.raise(to: .suspended)
        case .denounced:
            TreatyFacts.fill(&facts.denounced, value)
            // One party of many may leave: only a treaty that `was denounced` has ended.
            if isPassive(event.token, sentence) {
                TreatyFacts.fill(&facts.ended, value)
                facts.raise(to: .ended)
            }
        case .ended:
            TreatyFacts.fill(&facts.ended, value)
            facts.raise(to: .ended)
        case .annulled:
            TreatyFacts.fill(&facts.ended, value)
            facts.raise(to: .annulled)
        }
        if let date { add(date, to: &facts) }
    }

    /// `was denounced`, `has been denounced`.
    private func isPassive(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 2)..<index).contains {
            source.isAny(.auxiliary, $0)
        }
    }

    /// Who signs: `Israel and Jordan signed …`, `signed by Israel and Jordan`, `signed in 1994 between …`.
    private func signers(_ event: Event, _ sentence: Range<Int>) -> [TreatyParties.State] {
        let next = event.token + 1
        let reach = next..<max(next, min(next + 6, sentence.upperBound))
        for index in reach where source.isAny(.between, index) {
            guard let found = parties.between(index, limit: sentence.upperBound) else { continue }
            return parties.once(in: found.tokens)
        }
        if next < sentence.upperBound, source.isAny(.by, next) {
            return parties.once(in: next..<min(next + 10, sentence.upperBound))
        }
        let before = parties.states(in: max(sentence.lowerBound, event.token - 12)..<event.token)
        guard before.count == 2, let first = before.first, let last = before.last,
            (first.tokens.upperBound..<last.tokens.lowerBound).contains(where: {
                source.isAny(.and, $0)
            })
        else { return [] }
        return parties.once(in: before)
    }

    /// The date of an event: the next one after it before another event, or one at the start of the sentence.
    private func date(
        of event: Event, isFirst: Bool, limit: Int, _ sentence: Range<Int>
    ) -> Int? {
        let dates = source.dates
        let next = dates.partitioningIndex { $0.tokens.lowerBound > event.token }
        if next < dates.count, dates[next].tokens.lowerBound < min(limit, event.token + 16) {
            return next
        }
        guard isFirst else { return nil }
        return dates.indices(within: max(sentence.lowerBound, event.token - 14)..<event.token).last
    }

    /// `negotiations on the peace treaty`, `provisions for the framework agreement`, `a draft treaty`.
    private func plannedStatus(_ tokens: Range<Int>, _ sentence: Range<Int>) -> TreatyFacts.Status?
    {
        var isPrepared = false
        for index in max(sentence.lowerBound, tokens.lowerBound - 8)..<tokens.upperBound {
            let words = source.words(at: index)
            if words.contains(.negotiate) { return .negotiated }
            let isNear = index >= tokens.lowerBound - 6 && index < tokens.lowerBound
            if isNear, words.contains(.prepare) { isPrepared = true }
        }
        guard isPrepared else { return nil }
        let wide = max(sentence.lowerBound, tokens.lowerBound - 24)..<tokens.lowerBound
        let isPlanned = wide.contains { source.isAny(.modal, $0) }
        return isPlanned ? .negotiated : nil
    }
}
