import Segmentation

/// Counts what forms were found to be in a document, and tells the other occurrences.
///
/// For fitting, and as the plain twin of what ``NameFinder`` does with a ``NameLearner``.
struct DocumentTeacher: BitwiseCopyable {
    let tokens: UnsafeBufferPointer<Token>
    let utf8: UnsafeBufferPointer<UInt8>

    /// Counts the forms of a window.
    func learn(
        _ window: Range<Int>, _ tags: UnsafePointer<UInt8>, _ forms: inout DocumentForms
    ) {
        var start = window.lowerBound
        for token in window {
            let tag = Int(tags[token - window.lowerBound])
            if DocumentForms.isCounted(tokens[token]) { forms.add(tokens[token].hash, tag) }
            guard tag != NameTag.outside else { continue }
            if NameTag.part(of: tag) == .begin { start = token }
            if tag == NameTag.tag(.last, 1), token - start > 1 {
                forms.addAcronym(acronym(start...token))
            }
        }
    }

    /// Whether the other occurrences of some form of a window were mostly found to be something else.
    func isDoubtful(
        _ window: Range<Int>, _ tags: UnsafePointer<UInt8>, _ forms: borrowing DocumentForms
    ) -> Bool {
        for token in window where DocumentForms.isCounted(tokens[token]) {
            let tag = Int(tags[token - window.lowerBound])
            if forms.others(tokens[token].hash, than: tag).speaks(against: tag) { return true }
        }
        return false
    }

    /// Calls `body` with every token of a window that is taught something, and the mark.
    func teach(
        _ window: Range<Int>, _ tags: UnsafePointer<UInt8>, _ forms: borrowing DocumentForms,
        _ body: (_ token: Int, _ mark: Int) -> Void
    ) {
        for token in window where DocumentForms.isCounted(tokens[token]) {
            let tag = Int(tags[token - window.lowerBound])
            let facts = forms.others(tokens[token].hash, than: tag).facts
            NameMark.forEach(ofFacts: facts) { body(token, $0) }
        }
    }

    /// Hash of the initials of a name's capitalised words.
    func acronym(_ span: ClosedRange<Int>) -> UInt64 {
        TokenHash.of(
            span.lazy.filter { tokens[$0].shape.startsWithCapital }
                .map { utf8[Int(tokens[$0].start)] })
    }
}
