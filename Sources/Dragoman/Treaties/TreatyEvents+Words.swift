import Segmentation

/// The words that say what happened to a treaty, and whether it did.
extension TreatyEvents {
    func find(in sentence: Range<Int>, _ events: inout [Event]) {
        events.removeAll(keepingCapacity: true)
        for index in sentence {
            let words = source.words(at: index)
            guard !words.isDisjoint(with: Self.eventWords), let role = role(words, index, sentence)
            else { continue }
            events.append(
                Event(token: index, role: role, happened: happened(index, sentence)))
        }
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
            let isVerb = !words.contains(.initialForm) || isModal(max(0, index - 1))
            return isVerb ? .initialled : nil
        }
        if words.contains(.ratify) { return .ratified }
        if words.contains(.amend) { return .amended }
        if words.contains(.suspend) { return .suspended }
        if words.contains(.denounce) { return .denounced }
        if words.contains(.withdraw) {
            return isFollowed(by: .from, index, sentence) ? .denounced : nil
        }
        if words.contains(.annul) { return .annulled }
        if words.contains(.end) { return .ended }
        return isEntry(index, sentence) ? .inForce : nil
    }

    /// `opened for signature`, `opened the convention for signature`.
    private func isOpening(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (index + 2..<max(index + 2, min(index + Self.openingReach, sentence.upperBound))).contains {
            source.isAny(.joining, $0)
                && source.isAny(.forWord, $0 - 1)
        }
    }

    private func isOpened(before index: Int, _ sentence: Range<Int>) -> Bool {
        index > 0 && source.isAny(.forWord, index - 1)
            && (max(sentence.lowerBound, index - Self.openingReach)..<index).contains {
                source.isAny(.open, $0)
            }
    }

    private static let openingReach = 14

    private func isFollowed(by word: TreatyWords, _ index: Int, _ sentence: Range<Int>) -> Bool {
        (index + 1..<max(index + 1, min(index + 3, sentence.upperBound))).contains {
            source.isAny(word, $0)
        }
    }

    /// `entered into force`, `came into effect`, `is in force`.
    private func isEntry(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 4)..<index).contains {
            source.isAny([.enter, .auxiliary], $0)
        }
    }

    /// Past forms are denied or planned by the auxiliaries right before them, other forms by what stands near.
    private func happened(_ index: Int, _ sentence: Range<Int>) -> Bool {
        if source.isAny(.pastForms, index) {
            var before = index - 1
            while before >= sentence.lowerBound {
                if isModal(before) || source.isAny(.negation, before) { return false }
                guard source.isAny([.auxiliary, .adverb], before) else { break }
                before -= 1
            }
            return true
        }
        return !(max(sentence.lowerBound, index - 5)..<index).contains {
            isModal($0) || source.isAny(.negation, $0)
        }
    }

    /// `would this mean that the treaty had long been annulled?`
    func isHypothetical(_ index: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, index - 24)..<index).contains {
            source.isAny(.hypothetical, $0)
        }
    }

    /// The month of May is no verb.
    private func isModal(_ token: Int) -> Bool {
        let words = source.words(at: token)
        return words.contains(.modal)
            && !(words.contains(.may) && source.text.tokens[token].shape != .lower)
    }
}
