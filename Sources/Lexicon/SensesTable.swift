import Glibc

/// The classes of hits, numbered: there are few such pairs.
///
/// What was numbered stays where and what it is, so that others may read it while more are added.
@usableFromInline
final class SensesTable: @unchecked Sendable {
    /// The classes of a hit.
    @usableFromInline
    struct Senses: Equatable, BitwiseCopyable {
        @usableFromInline let classes: ClassSet
        @usableFromInline let lowered: ClassSet

        init(classes: ClassSet, lowered: ClassSet) {
            self.classes = classes
            self.lowered = lowered
        }

        var hash: Int {
            var hash: UInt64 = 0
            for words in [classes.low, classes.high, lowered.low, lowered.high] {
                hash = (hash ^ words[0]) &* 0x9E37_79B9_7F4A_7C15
                hash = (hash ^ words[1]) &* 0x9E37_79B9_7F4A_7C15
            }
            return Int(truncatingIfNeeded: hash >> 40)
        }

        init(_ hit: Hit) { self.init(classes: hit.classes, lowered: hit.lowered) }
    }

    /// As many as are numbered at most, more than texts have; memory that is not used is not touched.
    private let storage: UnsafeMutableBufferPointer<Senses>
    @exclusivity(unchecked) private var count = 1
    /// Open addressing by the bits of the classes: numbers; 0, that of the pair of empty sets, is a free place.
    private let places: UnsafeMutablePointer<UInt16>
    /// Numbers are below.
    static let capacity = 1 << 14
    private static let mask = 2 * capacity - 1

    init() {
        storage = .allocate(capacity: Self.capacity)
        guard let memory = calloc(Self.mask + 1, MemoryLayout<UInt16>.stride) else {
            fatalError("out of memory")
        }
        places = memory.bindMemory(to: UInt16.self, capacity: Self.mask + 1)
        storage.initializeElement(at: 0, to: Senses(classes: ClassSet(), lowered: ClassSet()))
    }

    deinit {
        storage.deallocate()
        free(places)
    }

    /// By number.
    var elements: UnsafePointer<Senses>? { UnsafePointer(storage.baseAddress) }

    /// The number of a pair of sets; nil if there are more than can be numbered.
    func number(of value: Senses) -> UInt16? {
        if value == storage[0] { return 0 }
        var place = value.hash & Self.mask
        while places[place] != 0 {
            if storage[Int(places[place])] == value { return places[place] }
            place = (place + 1) & Self.mask
        }
        guard count < storage.count else { return nil }
        let number = UInt16(count)
        storage.initializeElement(at: Int(number), to: value)
        places[place] = number
        count += 1
        return number
    }
}
