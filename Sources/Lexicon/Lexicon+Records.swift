extension Lexicon {
    /// One sense of every record that has a sense of these classes, in the order of the images' phrases.
    ///
    /// Reads all senses once: for tables that are made once, not for look-up.
    public func recordSenses(in classes: ClassSet) -> [Sense] {
        var result: [Sense] = []
        for (number, image) in images.enumerated() {
            let table = tables[number]
            var seen: Set<UInt32> = []
            guard image.phraseCount > 0 else { continue }
            let end = image.table.senseRange(phrase: image.phraseCount - 1).end
            for index in 0..<end {
                let raw = image.table.sense(index)
                let id = table.classID(raw.localClass)
                guard classes.contains(id), raw.record != ImageLayout.noRecord,
                    seen.insert(raw.record).inserted
                else { continue }
                result.append(Sense(image: UInt8(number), raw: raw, classID: id))
            }
        }
        return result
    }
}
