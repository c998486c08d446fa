import Segmentation

/// Reads the facts about a treaty from the sentence around a mention of it.
struct TreatyEvents {
    /// An event verb or noun.
    struct Event {
        enum Role { case signed, ratified, inForce, ended }
        var token: Int
        var role: Role
        /// Whether it is said to have happened: not denied, planned or merely possible.
        var happened: Bool
    }

    let text: TokenBuffer
    /// Dates with a calendar value.
    let dates: [TreatyDate]
    let parties: TreatyParties

    /// The facts of each mention, in the order of `mentions`.
    func facts(of mentions: [TreatyCandidate]) -> [TreatyFacts] {
        var result = mentions.map { direct($0) }
        var next = 0
        while next < mentions.count {
            let sentence = text.sentence(of: mentions[next].tokens.lowerBound)
            let first = next
            while next < mentions.count, mentions[next].tokens.lowerBound < sentence.upperBound {
                next += 1
            }
            let members = first..<next
            let events = events(in: sentence)
            for (number, event) in events.enumerated() {
                guard let owner = owner(of: event, members, mentions) else { continue }
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

    /// Dates and parties that stand beside the mention itself.
    private func direct(_ mention: TreatyCandidate) -> TreatyFacts {
        var facts = TreatyFacts()
        let around = mention.tokens.lowerBound - 1..<mention.tokens.upperBound + 3
        for date in dates.within(around) where isBeside(date.tokens, mention.tokens) {
            facts.signed = date.value
            facts.evidence.append(date.tokens)
            break
        }
        facts.parties = parties.codes(in: mention.tokens)
        let sentence = text.sentence(of: mention.tokens.lowerBound)
        let after = mention.tokens.upperBound
        for index in after..<max(after, min(after + 3, sentence.upperBound))
        where text.tokens[index].hash == TreatyWords.between {
            guard let found = parties.between(index, limit: sentence.upperBound) else { continue }
            facts.parties = found.codes
            facts.evidence += parties.states(in: found.tokens).map(\.tokens)
        }
        return facts
    }

    /// `the 1951 Convention`, `the Joint Declaration (as) of October 19, 1956`, `the Treaty dated 1936`.
    private func isBeside(_ date: Range<Int>, _ mention: Range<Int>) -> Bool {
        if date.upperBound == mention.lowerBound { return true }
        if mention.lowerBound <= date.lowerBound, date.upperBound <= mention.upperBound {
            return true
        }
        let gap = date.lowerBound - mention.upperBound
        guard gap == 1 || gap == 2 else { return false }
        let between = (mention.upperBound..<date.lowerBound).map { text.tokens[$0].hash }
        let last = between[between.count - 1]
        return gap == 1
            ? last == TreatyWords.of || last == Self.dated || last == Self.bracket
            : between[0] == TreatyWords.asWord && last == TreatyWords.of
    }

    private static let dated = TokenHash.of("dated")
    private static let bracket = TokenHash.of("(")

    private func events(in sentence: Range<Int>) -> [Event] {
        var events: [Event] = []
        for index in sentence {
            let words = TreatyWords.of(text.tokens[index].hash)
            let role: Event.Role
            if words.isDisjoint(with: Self.eventWords) {
                continue
            } else if !words.isDisjoint(with: [.sign, .adopt]) {
                role = .signed
            } else if words.contains(.ratify) {
                role = .ratified
            } else if words.contains(.end) {
                role = .ended
            } else if isEntry(index, sentence) {
                role = .inForce
            } else {
                continue
            }
            events.append(
                Event(token: index, role: role, happened: happened(index, sentence)))
        }
        return events
    }

    private static let eventWords: TreatyWords = [.sign, .adopt, .ratify, .end, .force]

    /// `entered into force`, `came into effect`, `is in force`.
    private func isEntry(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 4)..<index).contains {
            let hash = text.tokens[$0].hash
            return TreatyWords.enter.contains(hash) || TreatyWords.auxiliary.contains(hash)
        }
    }

    /// Past forms are denied or planned by the auxiliaries right before them, other forms by what stands near.
    private func happened(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if TreatyWords.pastForms.contains(text.tokens[index].hash) {
            var before = index - 1
            while before >= sentence.lowerBound {
                let hash = text.tokens[before].hash
                if isModal(before) || TreatyWords.negation.contains(hash) { return false }
                guard TreatyWords.auxiliary.contains(hash) || TreatyWords.adverb.contains(hash)
                else { break }
                before -= 1
            }
            return true
        }
        return !(max(sentence.lowerBound, index - 5)..<index).contains {
            isModal($0) || TreatyWords.negation.contains(text.tokens[$0].hash)
        }
    }

    /// The month of May is no verb.
    private func isModal(_ token: Int) -> Bool {
        TreatyWords.modal.contains(text.tokens[token].hash)
            && !(text.tokens[token].hash == Self.may && text.tokens[token].shape != .lower)
    }

    private static let may = TokenHash.of("may")

    /// The mention that an event is about: the nearest, without another clause's verb between them.
    private func owner(
        of event: Event, _ members: Range<Int>, _ mentions: [TreatyCandidate]
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
            near = (before, event.token - mentions[before].tokens.upperBound)
        }
        if after < members.upperBound {
            let distance = mentions[after].tokens.lowerBound - event.token - 1
            if near.map({ distance < $0.distance }) ?? true { near = (after, distance) }
        }
        // What ends may be something else than the treaty: `annulled its obligations`.
        guard let near, near.distance <= (event.role == .ended ? 3 : 12) else { return nil }
        let tokens = mentions[near.mention].tokens
        if event.role == .ended, tokens.upperBound <= event.token {
            let hasPassive = (tokens.upperBound..<event.token).contains {
                TreatyWords.auxiliary.contains(text.tokens[$0].hash)
            }
            return hasPassive ? near.mention : nil
        }
        return near.mention
    }

    private func add(
        _ event: Event, _ date: TreatyDate?, _ sentence: Range<Int>, to facts: inout TreatyFacts
    ) {
        if event.role == .signed, facts.parties.count < 2 {
            let signers = signers(event, sentence)
            if signers.count >= 2 {
                facts.parties = signers.map(\.code)
                facts.evidence += signers.map(\.tokens)
            }
        }
        guard event.happened else {
            if event.role == .signed { facts.raise(to: .proposed) }
            return
        }
        switch event.role {
        case .signed:
            facts.signed = facts.signed ?? date?.value
            let isPast = TreatyWords.signedForms.contains(text.tokens[event.token].hash)
            if isPast || date != nil { facts.raise(to: .signed) }
        case .ratified:
            facts.ratified = facts.ratified ?? date?.value
            if date != nil || text.tokens[event.token].hash == Self.ratified {
                facts.raise(to: .ratified)
            }
        case .inForce:
            facts.inForce = facts.inForce ?? date?.value
            facts.raise(to: .inForce)
        case .ended:
            facts.ended = facts.ended ?? date?.value
            facts.raise(to: .ended)
        }
        if let date { facts.evidence.append(date.tokens) }
    }

    private static let ratified = TokenHash.of("ratified")

    /// Who signs: `Israel and Jordan signed …`, `signed by Israel and Jordan`, `signed in 1994 between …`.
    private func signers(_ event: Event, _ sentence: Range<Int>) -> [TreatyParties.State] {
        let next = event.token + 1
        let reach = next..<max(next, min(next + 6, sentence.upperBound))
        for index in reach where text.tokens[index].hash == TreatyWords.between {
            guard let found = parties.between(index, limit: sentence.upperBound) else { continue }
            return once(parties.states(in: found.tokens))
        }
        if next < sentence.upperBound, text.tokens[next].hash == TreatyWords.by {
            return once(parties.states(in: next..<min(next + 10, sentence.upperBound)))
        }
        let before = parties.states(in: max(sentence.lowerBound, event.token - 12)..<event.token)
        guard before.count == 2, let first = before.first, let last = before.last,
            (first.tokens.upperBound..<last.tokens.lowerBound).contains(where: {
                text.tokens[$0].hash == TreatyWords.and
            })
        else { return [] }
        return once(before)
    }

    private func once(_ states: ArraySlice<TreatyParties.State>) -> [TreatyParties.State] {
        var seen: Set<String> = []
        return states.filter { seen.insert($0.code).inserted }
    }

    /// The date of an event: the next one after it before another event, or one at the start of the sentence.
    private func date(
        of event: Event, isFirst: Bool, limit: Int, _ sentence: Range<Int>
    ) -> TreatyDate? {
        let next = dates.partitioningIndex { $0.tokens.lowerBound > event.token }
        if next < dates.count, dates[next].tokens.lowerBound < min(limit, event.token + 16) {
            return dates[next]
        }
        guard isFirst else { return nil }
        return dates.within(max(sentence.lowerBound, event.token - 14)..<event.token).last
    }

    /// `negotiations on the peace treaty`, `provisions for the framework agreement`, `a draft treaty`.
    private func plannedStatus(_ tokens: Range<Int>, _ sentence: Range<Int>) -> TreatyFacts.Status?
    {
        let before = max(sentence.lowerBound, tokens.lowerBound - 6)..<tokens.lowerBound
        let wide = max(sentence.lowerBound, tokens.lowerBound - 24)..<tokens.lowerBound
        func has(_ words: TreatyWords, in range: Range<Int>) -> Bool {
            range.contains { words.contains(text.tokens[$0].hash) }
        }
        if has(TreatyWords.negotiate, in: before) || has(TreatyWords.negotiate, in: tokens) {
            return .negotiated
        }
        if has(TreatyWords.prepare, in: before), has(TreatyWords.modal, in: wide) {
            return .negotiated
        }
        return nil
    }
}
