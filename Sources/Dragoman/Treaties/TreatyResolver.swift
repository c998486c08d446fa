import Grammar
import Lexicon
import Segmentation

/// Finds the treaties of a document: mentions, which of them are one treaty, and what is known of each.
struct TreatyResolver {
    let text: TokenBuffer
    let hits: HitBuffer
    let catalogue: TreatyCatalogue

    let rules: [TreatyRules]

    /// The treaty mentions, in order, and the treaties that they are mentions of.
    ///
    /// - Parameters:
    ///   - matches: of all rules; those that mark ``Label/treaty`` count.
    ///   - dates: the temporal expressions of the text.
    ///   - names: of people, organizations and places: states named in the first two are no parties.
    ///   - year: when the document was written, if known: a treaty of a later year is not meant.
    func resolve(
        _ matches: [RuleMatches], dates: [FoundDate], names: [NameSpan] = [], year: Int? = nil,
        _ memory: TreatyMemory
    ) -> (found: [FoundTreaty], entities: [FoundTreatyEntity]) {
        guard hasAny(matches) else { return ([], []) }
        memory.prepare(for: text)
        let source = TreatySource(text, hits, catalogue, memory, dates: dates)
        var candidates = TreatyCandidates(source).settled(matches, rules)
        if candidates.isEmpty { return ([], []) }
        let parties = TreatyParties(in: sentences(of: candidates), source, except: names)
        for index in candidates.indices where candidates[index].needsState {
            if candidates[index].kind != .treaty, candidates[index].kind != .armistice,
                parties.states(in: candidates[index].sentence).isEmpty
            {
                candidates[index].mention = .anaphor
            }
        }
        let facts = TreatyEvents(source: source, parties: parties).facts(of: candidates)
        // What the rest of the document names decides between several treaties, and where a date speaks against one.
        let isWide = candidates.indices.contains { index in
            let known = candidates[index].known
            return (known.count > 1 || facts[index].signed >= 0)
                && known.contains { !$0.parties.isEmpty }
        }
        let everywhere =
            isWide
            ? TreatyParties(in: [text.tokens.indices], source, except: names)
                .codes(in: text.tokens.indices) : []
        let choice = TreatyChoice(
            source: source, parties: parties, year: year, everywhere: everywhere)
        var linker = TreatyLinker(source, choice, tables: memory.takeTables())
        let provisions = TreatyProvisions(text: text)
        var found: [FoundTreaty] = []
        found.reserveCapacity(candidates.count)
        for index in candidates.indices {
            guard let record = linker.link(candidates[index], facts[index]) else { continue }
            found.append(
                FoundTreaty(
                    tokens: candidates[index].tokens,
                    mention: linker.mention(of: candidates[index]),
                    rule: candidates[index].rule,
                    provisions: provisions.provisions(
                        of: candidates[index].tokens, in: candidates[index].sentence),
                    record: record))
        }
        let references = TreatyReferences(text: text)
        for index in found.indices where found[index].mention != .anaphor {
            let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : .max
            let ids = references.ids(after: found[index].tokens, limit: next)
            if !ids.isEmpty { linker.cite(found[index].record, ids) }
        }
        memory.give(back: linker.takeTables())
        memory.steps += linker.steps + choice.steps
        let negotiators = linker.wantsNegotiators ? negotiators(names, source) : ([], [])
        return (found, linker.entities(negotiators: negotiators))
    }

    /// Whether a match marks a treaty.
    private func hasAny(_ matches: [RuleMatches]) -> Bool {
        for set in matches.indices {
            for match in matches[set] where rules[set].isTreaty[match.rule] { return true }
        }
        return false
    }

    /// The sentences that candidates stand in, each once.
    private func sentences(of candidates: [TreatyCandidate]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        sentences.reserveCapacity(candidates.count)
        for index in candidates.indices {
            let sentence = candidates[index].sentence
            if sentences.last != sentence { sentences.append(sentence) }
        }
        return sentences
    }

    /// The two sides of the talks that the document is about, if it speaks of one pair only.
    private func negotiators(
        _ names: [NameSpan], _ source: TreatySource
    ) -> (codes: [String], tokens: [Range<Int>]) {
        var result: (codes: [String], tokens: [Range<Int>]) = ([], [])
        var parties: TreatyParties?
        var last = 0..<0
        // By the hash, which stands in the text: nothing needs to be read of each form.
        let word = TreatyWords.betweenHash
        for between in text.tokens.indices where text.tokens[between].hash == word {
            let sentence = text.sentence(of: between)
            guard hasTalks(before: between, sentence, source) else { continue }
            if sentence != last {
                parties = TreatyParties(in: [sentence], source, except: names)
                last = sentence
            }
            guard let parties, let pair = parties.between(between, limit: sentence.upperBound)
            else { continue }
            if result.codes.isEmpty {
                let states = parties.states(in: pair.tokens).map(\.tokens)
                result = (pair.codes, states)
            } else if Set(pair.codes) != Set(result.codes) {
                return ([], [])
            }
        }
        return result
    }

    /// Whether one of the two words before `between` is of negotiations, with no other `between` after it.
    private func hasTalks(
        before between: Int, _ sentence: Range<Int>, _ source: TreatySource
    ) -> Bool {
        for index in [between - 1, between - 2] where index >= sentence.lowerBound {
            if source.isAny(.negotiate, index) { return true }
            if source.isAny(.between, index) { return false }
        }
        return false
    }
}
