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

    let text: TokenBuffer
    /// Dates with a calendar value.
    let dates: [TreatyDate]
    let parties: TreatyParties

    /// The facts of each mention, in the order of `mentions`.
    func facts(of mentions: [TreatyCandidate]) -> [TreatyFacts] {
        var result: [TreatyFacts] = []
        // Where what is said of a mention may start: after `between X and Y`.
        var ends: [Int] = []
        result.reserveCapacity(mentions.count)
        for mention in mentions {
            var facts = TreatyFacts()
            ends.append(addDirect(mention, to: &facts))
            result.append(facts)
        }
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
        for date in dates.within(around) where isBeside(date.tokens, mention.tokens) {
            facts.signed = date.value
            facts.evidence.append(date.tokens)
            if !date.isExplicit { facts.inferred.append(date.value) }
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
            return found.tokens.upperBound
        }
        return after
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
            guard !words.isDisjoint(with: Self.eventWords), let role = role(words, index, sentence)
            else { continue }
            events.append(
                Event(token: index, role: role, happened: happened(index, sentence)))
        }
        return events
    }

    private static let eventWords: TreatyWords = [
        .sign, .initial, .open, .adopt, .ratify, .force, .amend, .suspend, .denounce, .withdraw,
        .end, .annul,
    ]

    private func role(_ words: TreatyWords, _ index: Int, _ sentence: Range<Int>) -> Event.Role? {
        if words.contains(.open) { return isOpening(index, sentence) ? .opened : nil }
        if !words.isDisjoint(with: [.sign, .adopt]) {
            // `opened for signature` says when it was opened.
            let isOpened = words.contains(.joining) && isOpened(before: index, sentence)
            return isOpened ? nil : .signed
        }
        if words.contains(.initial) {
            // `the initial agreement` is no verb.
            let isVerb = text.tokens[index].hash != Self.initial || isModal(max(0, index - 1))
            return isVerb ? .initialled : nil
        }
        if words.contains(.ratify) { return .ratified }
        if words.contains(.amend) { return .amended }
        if words.contains(.suspend) { return .suspended }
        if words.contains(.denounce) { return .denounced }
        if words.contains(.withdraw) {
            return isFollowed(by: Self.from, index, sentence) ? .denounced : nil
        }
        if words.contains(.annul) { return .annulled }
        if words.contains(.end) { return .ended }
        return isEntry(index, sentence) ? .inForce : nil
    }

    private static let initial = TokenHash.of("initial")
    private static let from = TokenHash.of("from")

    /// `opened for signature`, `opened the convention for signature`.
    private func isOpening(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (index + 2..<max(index + 2, min(index + Self.openingReach, sentence.upperBound))).contains {
            TreatyWords.joining.contains(text.tokens[$0].hash)
                && text.tokens[$0 - 1].hash == Self.forWord
        }
    }

    private func isOpened(before index: Int, _ sentence: Range<Int>) -> Bool {
        index > 0 && text.tokens[index - 1].hash == Self.forWord
            && (max(sentence.lowerBound, index - Self.openingReach)..<index).contains {
                TreatyWords.open.contains(text.tokens[$0].hash)
            }
    }

    private static let openingReach = 14
    private static let forWord = TokenHash.of("for")

    private func isFollowed(by word: UInt64, _ index: Int, _ sentence: Range<Int>) -> Bool {
        (index + 1..<max(index + 1, min(index + 3, sentence.upperBound))).contains {
            text.tokens[$0].hash == word
        }
    }

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

    /// `would this mean that the treaty had long been annulled?`
    private func isHypothetical(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 24)..<index).contains {
            TreatyWords.hypothetical.contains(text.tokens[$0].hash)
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
            !TreatyWords.expire.contains(text.tokens[event.token].hash)
        {
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
        let value = date?.value
        if event.role.isLoose, value == nil, isHypothetical(event.token, sentence) { return }
        switch event.role {
        case .opened:
            facts.opened = facts.opened ?? value
            if value != nil { facts.raise(to: .signed) }
        case .initialled: facts.raise(to: .initialled)
        case .signed:
            facts.signed = facts.signed ?? value
            let isPast = TreatyWords.signedForms.contains(text.tokens[event.token].hash)
            if isPast || value != nil { facts.raise(to: .signed) }
        case .ratified:
            facts.ratified = facts.ratified ?? value
            if value != nil || text.tokens[event.token].hash == Self.ratified {
                facts.raise(to: .ratified)
            }
        case .inForce:
            facts.inForce = facts.inForce ?? value
            facts.raise(to: .inForce)
        case .amended: facts.amended = facts.amended ?? value
        case .suspended:
            facts.suspended = facts.suspended ?? value
            facts.raise(to: .suspended)
        case .denounced:
            facts.denounced = facts.denounced ?? value
            // One party of many may leave: only a treaty that `was denounced` has ended.
            if isPassive(event.token, sentence) {
                facts.ended = facts.ended ?? value
                facts.raise(to: .ended)
            }
        case .ended:
            facts.ended = facts.ended ?? value
            facts.raise(to: .ended)
        case .annulled:
            facts.ended = facts.ended ?? value
            facts.raise(to: .annulled)
        }
        if let date {
            facts.evidence.append(date.tokens)
            if !date.isExplicit { facts.inferred.append(date.value) }
        }
    }

    private static let ratified = TokenHash.of("ratified")

    /// `was denounced`, `has been denounced`.
    private func isPassive(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 2)..<index).contains {
            TreatyWords.auxiliary.contains(text.tokens[$0].hash)
        }
    }

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
        var isPrepared = false
        for index in max(sentence.lowerBound, tokens.lowerBound - 8)..<tokens.upperBound {
            let words = TreatyWords.of(text.tokens[index].hash)
            if words.contains(.negotiate) { return .negotiated }
            let isNear = index >= tokens.lowerBound - 6 && index < tokens.lowerBound
            if isNear, words.contains(.prepare) { isPrepared = true }
        }
        guard isPrepared else { return nil }
        let wide = max(sentence.lowerBound, tokens.lowerBound - 24)..<tokens.lowerBound
        let isPlanned = wide.contains { TreatyWords.modal.contains(text.tokens[$0].hash) }
        return isPlanned ? .negotiated : nil
    }
}
