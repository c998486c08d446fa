/// The open-addressing table from phrase hashes to phrases.
///
/// A slot has eight bytes: the upper half of the hash, and the number of the phrase plus one (0: no phrase ends
/// here) with ``ImageLayout/prefixFlag`` where longer phrases go on. At most half of the slots are used.
enum SlotTable {
    static func build(
        phrases: [UInt64], prefixes: Set<UInt64>
    ) throws(LexiconError) -> [UInt8] {
        var payloads: [UInt64: UInt32] = [:]
        for (index, key) in phrases.enumerated() { payloads[key] = UInt32(index + 1) }
        for key in prefixes { payloads[key, default: 0] |= ImageLayout.prefixFlag }
        var capacity = 16
        while capacity < payloads.count * 2 { capacity *= 2 }
        var slots = [UInt64](repeating: 0, count: capacity)
        for key in payloads.keys.sorted() {
            var index = Int(truncatingIfNeeded: key) & (capacity - 1)
            var walked = 0
            while slots[index] != 0 {
                walked += 1
                if walked > SlotRuns.longest {
                    throw .image(reason: "too many phrases have hashes that are alike")
                }
                if slots[index] >> 32 == key >> 32 {
                    // Two phrases that the table could not tell apart: one in four billion a pair of neighbours.
                    throw .image(reason: "two phrases share a fingerprint; change a spelling")
                }
                index = (index + 1) & (capacity - 1)
            }
            slots[index] = key & ~0xFFFF_FFFF | UInt64(payloads[key] ?? 0)
        }
        var writer = ByteWriter()
        writer.bytes.reserveCapacity(capacity * 8)
        for slot in slots { writer.append(slot) }
        return writer.bytes
    }
}

/// Bits of hashes, two in one word of 64 for each: what most of a text fails on.
enum StartFilter {
    static func build(_ hashes: Set<UInt64>) -> [UInt8] {
        var count = 1 << 4
        while count * 8 < hashes.count { count *= 2 }
        var words = [UInt64](repeating: 0, count: count)
        for hash in hashes {
            words[Int(truncatingIfNeeded: hash >> 20) & (count - 1)] |= BitFilter.bits(of: hash)
        }
        var writer = ByteWriter()
        for word in words { writer.append(word) }
        return writer.bytes
    }
}
