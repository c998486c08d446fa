extension Lexicon {
    /// One sense of every record that has a sense of these classes, image after image, in the order of the records.
    ///
    /// For tables that are made once, not for look-up.
    public func recordSenses(in classes: ClassSet) -> [Sense] {
        images.indices.flatMap { number in
            let table = tables[number]
            return recordSenses(in: classes, images[number], table).map { index in
                let raw = table.sense(index)
                return Sense(
                    image: UInt8(number), raw: raw, classID: table.classID(raw.localClass))
            }.sorted { $0.record < $1.record }
        }
    }

    /// The numbers of such senses in an image.
    private func recordSenses(
        in classes: ClassSet, _ image: LexiconImage, _ table: PhraseTable
    ) -> [Int] {
        var found: [Int] = []
        if let listed = ClassSenses(image) {
            for local in image.classNames.indices
            where classes.contains(table.classID(UInt8(local))) {
                listed.forEach(ofClass: local) { found.append($0) }
            }
            return found
        }
        guard image.phraseCount > 0 else { return [] }
        var seen: Set<UInt32> = []
        for index in 0..<table.senseRange(phrase: image.phraseCount - 1).end {
            let raw = table.sense(index)
            if classes.contains(table.classID(raw.localClass)), raw.record != ImageLayout.noRecord,
                seen.insert(raw.record).inserted
            {
                found.append(index)
            }
        }
        return found
    }
}
