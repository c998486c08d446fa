import Segmentation

/// What was found out about spans of text, by how they are spelled: most documents repeat the same names. White space is
/// as in ``TokenBuffer/name(of:)``, a single blank.
///
/// A worker has one for each kind of facts. It holds for one ``TokenBuffer/generation``, and changes nothing but
/// the time that a look-up takes.
struct SpelledMemo<Facts> {
    /// A span and what is known of it: mostly read as one line of cache.
    private struct Entry {
        /// The first two codes, or nothing where they are not kept.
        var head: UInt64
        /// Where the other codes stand in ``codes``.
        var rest: UInt32
        /// Number of tokens; 0 where the spelling is not kept.
        var count: UInt32
        var facts: Facts
    }

    /// A look-up on its way.
    private struct Probe: BitwiseCopyable {
        var hash: UInt64
        var head: UInt64
        /// What stands where the hash points.
        var slot: UInt64
    }

    /// Above so many spans the memory is emptied before the next document.
    private let limit: Int
    private var entries: [Entry] = []
    private var codes: [UInt32] = []
    /// The upper half of a span's hash, and one more than its number: 0 is free.
    private var slots: [UInt64]
    private var generation = -1
    private let secret = HashSecret.shared
    private let probes = GrowingBuffer<Probe>()

    init(limit: Int = 1 << 14) {
        self.limit = limit
        slots = [UInt64](repeating: 0, count: 256)
    }

    /// Makes ready for a document.
    ///
    /// - Parameter anew: whether to forget all in any case.
    /// - Returns: whether what was known before, and its numbers, are forgotten.
    mutating func prepare(for text: TokenBuffer, anew: Bool = false) -> Bool {
        if text.generation == generation, entries.count < limit, !anew { return false }
        generation = text.generation
        entries.removeAll(keepingCapacity: true)
        codes.removeAll(keepingCapacity: true)
        slots = [UInt64](repeating: 0, count: 256)
        return true
    }

    /// What is known under a number.
    subscript(number: Int) -> Facts {
        get { entries[number].facts }
        _modify { yield &entries[number].facts }
    }

    /// Looks many spans up at once: their numbers, and -1 for those that are to be looked up one by one.
    ///
    /// What is known lies far from the processor's caches: each pass asks for much of it without waiting for any.
    ///
    /// - Parameter span: the tokens and the salt of each.
    @inline(__always)
    func find(
        count: Int, in text: UnsafeBufferPointer<Token>, _ utf8: UnsafeBufferPointer<UInt8>,
        into numbers: UnsafeMutablePointer<Int32>, _ span: (Int) -> (Range<Int>, UInt32)
    ) {
        probes.removeAll()
        let probes = probes.append(count: count)
        for index in 0..<count {
            let (tokens, salt) = span(index)
            let (hash, head) = self.hash(tokens, salt, text, utf8) ?? (0, 0)
            probes[index] = Probe(hash: hash, head: head, slot: 0)
        }
        let mask = slots.count &- 1
        slots.withUnsafeBufferPointer { slots in
            for index in 0..<count {
                probes[index].slot = slots[Int(truncatingIfNeeded: probes[index].hash) & mask]
            }
        }
        entries.withUnsafeBufferPointer { entries in
            for index in 0..<count {
                let probe = probes[index]
                numbers[index] = -1
                if probe.slot &>> 32 != probe.hash &>> 32 || probe.slot == 0 { continue }
                let number = Int(truncatingIfNeeded: probe.slot & 0xFFFF_FFFF) &- 1
                let tokens = span(index).0
                if entries[number].head == probe.head, Int(entries[number].count) == tokens.count,
                    tokens.count <= 2 || isRest(number, tokens, text)
                {
                    numbers[index] = Int32(truncatingIfNeeded: number)
                }
            }
        }
    }

    /// The number of what is known of a span, found out by `make` if it is met for the first time.
    ///
    /// - Parameter salt: tells different questions about one span apart.
    @inline(__always)
    mutating func number(
        of tokens: Range<Int>, _ salt: UInt32, _ text: TokenBuffer, _ make: () -> Facts
    ) -> Int {
        text.tokens.withUnsafeBufferPointer { all in
            text.utf8.withUnsafeBufferPointer { number(of: tokens, salt, all, $0, make) }
        }
    }

    /// The same for a text given as its tokens and bytes.
    @inline(__always)
    mutating func number(
        of tokens: Range<Int>, _ salt: UInt32, _ text: UnsafeBufferPointer<Token>,
        _ utf8: UnsafeBufferPointer<UInt8>, _ make: () -> Facts
    ) -> Int {
        guard let (hash, head) = self.hash(tokens, salt, text, utf8) else {
            entries.append(Entry(head: 0, rest: 0, count: 0, facts: make()))
            return entries.count - 1
        }
        let mask = slots.count &- 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0 {
            if slots[place] &>> 32 == hash &>> 32 {
                let number = Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) &- 1
                if entries[number].head == head, Int(entries[number].count) == tokens.count,
                    tokens.count <= 2 || isRest(number, tokens, text)
                {
                    return number
                }
            }
            place = (place &+ 1) & mask
        }
        keep(make(), tokens, hash, head, text)
        return entries.count - 1
    }

    /// The form and the space before a token of a span.
    @inline(__always)
    private static func code(_ token: Token) -> UInt32 {
        token.form &<< 1 | (token.flags.contains(.spaceBefore) ? 1 : 0)
    }

    /// A hash of a span and its first two codes.
    ///
    /// Nil where anything but white space stands between the tokens: then the forms do not tell the whole spelling.
    @inline(__always)
    private func hash(
        _ tokens: Range<Int>, _ salt: UInt32, _ text: UnsafeBufferPointer<Token>,
        _ utf8: UnsafeBufferPointer<UInt8>
    ) -> (hash: UInt64, head: UInt64)? {
        let first = text[tokens.lowerBound]
        // The salt is part of the first code, so that spans of different salts differ.
        var head = UInt64(first.form &<< 3 | salt)
        var hash = mixed(0, head)
        var end = first.end
        for index in tokens.dropFirst() {
            let token = text[index]
            let code = Self.code(token)
            if token.start != end + code & 1 || code & 1 != 0 && utf8[Int(end)] != 0x20 {
                guard isBlank(before: index, text, utf8) else { return nil }
            }
            if index == tokens.lowerBound + 1 { head |= UInt64(code) << 32 }
            hash = mixed(hash, UInt64(code))
            end = token.end
        }
        return (hash, head)
    }

    /// Whether what stands before a token is as good as a single blank: some white space, as where a line ends within a name.
    /// Phrases do not go on in another paragraph, and a mark may make one letter with the blank before it.
    @inline(never)
    private func isBlank(
        before index: Int, _ text: UnsafeBufferPointer<Token>, _ utf8: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let (token, next) = (text[index - 1], text[index])
        return next.flags.isDisjoint(with: [.paragraphStart, .nonASCII])
            && !token.flags.contains(.nonASCII) && token.end < next.start
            && (token.end..<next.start).allSatisfy {
                utf8[Int($0)] == 0x20 || 0x09...0x0D ~= utf8[Int($0)]
            }
    }

    @inline(__always)
    private func mixed(_ hash: UInt64, _ code: UInt64) -> UInt64 { secret.mix(hash ^ code) }

    /// Whether the tokens after the second are those of a span that is kept.
    private func isRest(
        _ number: Int, _ tokens: Range<Int>, _ text: UnsafeBufferPointer<Token>
    ) -> Bool {
        var place = Int(entries[number].rest)
        for index in tokens.dropFirst(2) {
            if codes[place] != Self.code(text[index]) { return false }
            place += 1
        }
        return true
    }

    @inline(never)
    private mutating func keep(
        _ made: Facts, _ tokens: Range<Int>, _ hash: UInt64, _ head: UInt64,
        _ text: UnsafeBufferPointer<Token>
    ) {
        entries.append(
            Entry(
                head: head, rest: UInt32(codes.count), count: UInt32(tokens.count), facts: made))
        for index in tokens.dropFirst(2) { codes.append(Self.code(text[index])) }
        if entries.count * 2 >= slots.count { grow() }
        insert(hash & ~0xFFFF_FFFF | UInt64(entries.count), hash)
    }

    private mutating func insert(_ slot: UInt64, _ hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for slot in old where slot != 0 {
            let entry = entries[Int(slot & 0xFFFF_FFFF) - 1]
            var hash = mixed(0, entry.head & 0xFFFF_FFFF)
            if entry.count > 1 { hash = mixed(hash, entry.head >> 32) }
            for place in 0..<max(0, Int(entry.count) - 2) {
                hash = mixed(hash, UInt64(codes[Int(entry.rest) + place]))
            }
            insert(slot, hash)
        }
    }
}
