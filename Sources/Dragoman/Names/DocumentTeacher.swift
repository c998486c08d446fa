import Segmentation

/// Counts what forms were found to be in a document, and tells the other occurrences.
struct DocumentTeacher {
    let text: TokenBuffer

    /// Whether a token's form is one that other occurrences teach: it has a capital and is no single letter.
    @inline(__always)
    func isCounted(_ token: Int) -> Bool {
        let shape = text.tokens[token].shape
        return shape == .capitalized || shape == .upper || shape == .mixed
    }

    /// Counts the forms of a window.
    func learn(_ window: Range<Int>, _ tags: some Collection<some BinaryInteger>, _ forms: inout DocumentForms) {
        var start = window.lowerBound
        for (token, tag) in zip(window, tags) {
            let tag = Int(tag)
            if isCounted(token) { forms.add(text.tokens[token].hash, tag) }
            guard tag != NameTag.outside else { continue }
            if NameTag.part(of: tag) == .begin { start = token }
            if NameTag.part(of: tag) == .last, NameTag.kind(of: tag) == 1, token - start > 1 {
                forms.addAcronym(acronym(start...token))
            }
        }
    }

    /// Calls `body` with every token of a window that is taught something, and the mark.
    func teach(
        _ window: Range<Int>, _ tags: some Collection<some BinaryInteger>, _ forms: DocumentForms,
        _ body: (_ token: Int, _ mark: Int) -> Void
    ) {
        for (token, tag) in zip(window, tags) where isCounted(token) {
            let counts = forms.others(text.tokens[token].hash, than: Int(tag))
            if counts.isEmpty { continue }
            counts.forEachMark { body(token, NameMark.fact($0)) }
        }
    }

    /// Hash of the initials of a name's capitalised words.
    private func acronym(_ span: ClosedRange<Int>) -> UInt64 {
        TokenHash.of(
            span.compactMap { index in
                text.tokens[index].shape.startsWithCapital
                    ? text.utf8[Int(text.tokens[index].start)] : nil
            })
    }
}
