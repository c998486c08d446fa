/// Cuts a text into tokens segment by segment: what ``TokenScanner`` must agree with, and what does its work where ICU's
/// tables cannot be read.
struct PlainTokenizer {
    let words: WordFinder
    let forms: FormTable

    /// Appends the tokens of `text`, and the numbers of those at which a sentence may start or end.
    func tokenize(
        _ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer, stops: inout [UInt32]
    ) throws(SegmentationError) {
        var start = 0
        var gap = WhiteSpace.start
        try words.forEachSegment(in: text) { end, status in
            let range = start..<end
            start = end
            if status < 100, text.isWhiteSpace(range) {
                gap.add(text, range)
                return
            }
            let form = forms.form(text, range, TokenKind(status: status))
            if form.traits.cliticLength == 0 {
                add(text, range, form, gap.flags, &buffer, &stops)
            } else {
                let clitic = end - form.traits.cliticLength
                for (part, place) in [
                    (range.lowerBound..<clitic, gap.flags), (clitic..<end, .clitic),
                ] {
                    let form = forms.form(text, part, form.kind)
                    add(text, part, form, place, &buffer, &stops)
                }
            }
            gap = WhiteSpace()
        }
    }

    private func add(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ form: FormTable.Form,
        _ place: TokenFlags, _ buffer: inout TokenBuffer, _ stops: inout [UInt32]
    ) {
        let token = Token(
            start: UInt32(range.lowerBound), end: UInt32(range.upperBound), hash: form.hash,
            form: form.id, kind: form.kind, shape: form.shape, flags: place.union(form.flags))
        if form.traits.stops || place.contains(.lineStart) {
            stops.append(UInt32(buffer.tokens.count))
        }
        buffer.tokens.append(token)
        let note = forms.note(of: Int(form.id))
        buffer.lexiconNotes.append(note.lexicon)
        buffer.grammarNotes.append(note.grammar)
        buffer.nameNotes.append(note.names)
    }
}
