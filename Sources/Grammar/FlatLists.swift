/// Numbers by key: one flat list after another.
struct FlatLists: Sendable {
    private let offsets: Pinned<UInt32>
    private let values: Pinned<UInt32>

    /// - Parameter keys: how many keys there may be.
    init(_ pairs: [(key: UInt32, value: UInt32)], keys: Int) {
        var offsets = Array(repeating: UInt32(0), count: keys + 2)
        for pair in pairs { offsets[Int(pair.key) + 2] += 1 }
        for key in 1..<offsets.count { offsets[key] += offsets[key - 1] }
        var values = Array(repeating: UInt32(0), count: pairs.count)
        // The offset after that of a key moves from where the key's values start to where they end.
        for pair in pairs {
            values[Int(offsets[Int(pair.key) + 1])] = pair.value
            offsets[Int(pair.key) + 1] += 1
        }
        self.offsets = Pinned(offsets)
        self.values = Pinned(values)
    }

    init(_ reader: inout LinkedReader) {
        offsets = reader.table()
        values = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(offsets)
        writer.put(values)
    }

    @inline(__always)
    func forEach(_ key: Int, _ body: (Int) -> Void) {
        let (offsets, values) = (offsets.elements, values.elements)
        for place in Int(offsets[key])..<Int(offsets[key + 1]) { body(Int(values[place])) }
    }
}

/// Numbers of the texts that rules ask for, found by their hashes.
struct TextNumbers: Sendable {
    /// Open addressing; 0 is an empty place, so a text whose hash is 0 is never found.
    private let keys: Pinned<UInt64>
    private let values: Pinned<UInt32>
    /// Two bits for each text: most words fail on it, and it is small.
    private let filter: Pinned<UInt64>

    init(_ reader: inout LinkedReader) {
        keys = reader.table()
        values = reader.table()
        filter = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(keys)
        writer.put(values)
        writer.put(filter)
    }

    /// The word of the filter in which the bits of a text are.
    private static func word(of hash: UInt64, in count: Int) -> Int {
        Int(truncatingIfNeeded: hash >> 20) & (count - 1)
    }

    private static func bits(of hash: UInt64) -> UInt64 { 1 << (hash & 63) | 1 << (hash >> 6 & 63) }

    /// The number of a text; 0 if no rule asks for it.
    func number(of hash: UInt64) -> Int {
        let (filter, bits) = (filter.elements, Self.bits(of: hash))
        guard filter[Self.word(of: hash, in: filter.count)] & bits == bits else { return 0 }
        let keys = keys.elements
        var place = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[place] != 0 {
            if keys[place] == hash { return Int(values.elements[place]) }
            place = (place + 1) & (keys.count - 1)
        }
        return 0
    }

    /// Gives texts their numbers.
    struct Builder {
        private var keys: [UInt64]
        private var values: [UInt32]
        /// Numbers given, and 0, which stands for all other texts.
        private(set) var count = 1

        /// - Parameter capacity: the most texts that will be added.
        init(capacity: Int) {
            var size = 16
            while size < capacity * 2 { size *= 2 }
            keys = Array(repeating: 0, count: size)
            values = Array(repeating: 0, count: size)
        }

        /// The number of a text that may be new.
        mutating func add(_ hash: UInt64) -> UInt32 {
            guard hash != 0 else { return 0 }
            var place = Int(truncatingIfNeeded: hash) & (keys.count - 1)
            while keys[place] != 0 {
                if keys[place] == hash { return values[place] }
                place = (place + 1) & (keys.count - 1)
            }
            keys[place] = hash
            values[place] = UInt32(count)
            count += 1
            return values[place]
        }

        var numbers: TextNumbers { TextNumbers(keys, values) }
    }

    private init(_ keys: [UInt64], _ values: [UInt32]) {
        var filter = [UInt64](repeating: 0, count: keys.count / 16)
        for key in keys where key != 0 {
            filter[Self.word(of: key, in: filter.count)] |= Self.bits(of: key)
        }
        self.keys = Pinned(keys)
        self.values = Pinned(values)
        self.filter = Pinned(filter)
    }
}
