import Segmentation

/// What was found out about spans of text, by how they are spelled: most documents repeat the same names.
///
/// A worker has one for each kind of facts. It holds for one ``TokenBuffer/generation``, and changes nothing but
/// the time that a look-up takes.
struct SpelledMemo<Facts> {
    private struct Key {
        var start: UInt32
        var count: UInt32
        var salt: UInt32
    }

    /// Above so many spans the memory is emptied before the next document.
    private let limit: Int
    /// By number.
    private(set) var facts: [Facts] = []
    private var keys: [Key] = []
    /// Forms of all keys, with the space before each.
    private var codes: [UInt32] = []
    /// Number of the span, and one more than it: 0 is free.
    private var slots: [UInt32]
    private var generation = -1

    init(limit: Int = 1 << 14) {
        self.limit = limit
        slots = [UInt32](repeating: 0, count: 256)
    }

    /// Makes ready for a document.
    ///
    /// - Returns: whether what was known before, and its numbers, are forgotten.
    mutating func prepare(for text: TokenBuffer) -> Bool {
        if text.generation == generation, facts.count < limit { return false }
        generation = text.generation
        facts.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        slots = [UInt32](repeating: 0, count: 256)
        return true
    }

    /// The number of what is known of a span, found out by `make` if it is met for the first time.
    ///
    /// - Parameter salt: tells different questions about one span apart.
    @inline(__always)
    mutating func number(
        of tokens: Range<Int>, _ salt: UInt32, _ text: TokenBuffer, _ make: () -> Facts
    ) -> Int {
        guard let hash = hash(tokens, salt, text) else {
            facts.append(make())
            keys.append(Key(start: 0, count: 0, salt: .max))
            return facts.count - 1
        }
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 {
            let number = Int(slots[place]) - 1
            if isKey(number, tokens, salt, text) { return number }
            place = (place + 1) & (slots.count - 1)
        }
        let made = make()
        keep(made, tokens, salt, text)
        return facts.count - 1
    }

    /// The form and the space before a token of a span.
    @inline(__always)
    private func code(_ index: Int, _ tokens: Range<Int>, _ text: TokenBuffer) -> UInt32 {
        let token = text.tokens[index]
        let hasSpace = index > tokens.lowerBound && token.flags.contains(.spaceBefore)
        return token.form &<< 1 | (hasSpace ? 1 : 0)
    }

    /// Nil where anything but single blanks stands between the tokens: then the forms do not tell the whole spelling.
    @inline(__always)
    private func hash(_ tokens: Range<Int>, _ salt: UInt32, _ text: TokenBuffer) -> UInt64? {
        var hash = UInt64(salt) &+ 1
        for index in tokens {
            let code = code(index, tokens, text)
            if index > tokens.lowerBound {
                let end = text.tokens[index - 1].end
                guard text.tokens[index].start == end + code & 1,
                    code & 1 == 0 || text.utf8[Int(end)] == 0x20
                else { return nil }
            }
            hash = (hash ^ UInt64(code)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash &>> 29
        }
        return hash
    }

    @inline(__always)
    private func isKey(
        _ number: Int, _ tokens: Range<Int>, _ salt: UInt32, _ text: TokenBuffer
    ) -> Bool {
        let key = keys[number]
        guard key.salt == salt, Int(key.count) == tokens.count else { return false }
        var place = Int(key.start)
        for index in tokens {
            if codes[place] != code(index, tokens, text) { return false }
            place += 1
        }
        return true
    }

    @inline(never)
    private mutating func keep(
        _ made: Facts, _ tokens: Range<Int>, _ salt: UInt32, _ text: TokenBuffer
    ) {
        keys.append(
            Key(start: UInt32(codes.count), count: UInt32(tokens.count), salt: salt))
        for index in tokens { codes.append(code(index, tokens, text)) }
        facts.append(made)
        if facts.count * 2 >= slots.count { grow() }
        insert(facts.count - 1, hash(tokens, salt, text) ?? 0)
    }

    private mutating func insert(_ number: Int, _ hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = UInt32(number + 1)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, key) in keys.dropLast().enumerated() where key.salt != .max {
            var hash = UInt64(key.salt) &+ 1
            for place in Int(key.start)..<Int(key.start + key.count) {
                hash = (hash ^ UInt64(codes[place])) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash &>> 29
            }
            insert(number, hash)
        }
    }
}
