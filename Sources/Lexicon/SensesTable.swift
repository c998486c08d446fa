/// The classes of hits, numbered: there are few such pairs.
///
/// What was numbered stays where and what it is, so that others may read it while more are added.
@usableFromInline
final class SensesTable: @unchecked Sendable {
    /// The classes of a hit.
    @usableFromInline
    struct Senses: Hashable, BitwiseCopyable {
        @usableFromInline let classes: ClassSet
        @usableFromInline let lowered: ClassSet

        init(classes: ClassSet, lowered: ClassSet) {
            self.classes = classes
            self.lowered = lowered
        }

        init(_ hit: Hit) { self.init(classes: hit.classes, lowered: hit.lowered) }
    }

    /// As many as can be numbered; memory that is not used is not touched.
    private let storage: UnsafeMutableBufferPointer<Senses>
    private var numbers: [Senses: UInt16] = [:]

    init() {
        storage = .allocate(capacity: Int(UInt16.max))
        // The first stands for no hit.
        _ = number(of: Senses(classes: ClassSet(), lowered: ClassSet()))
    }

    deinit { storage.deallocate() }

    /// By number.
    var elements: UnsafePointer<Senses>? { UnsafePointer(storage.baseAddress) }

    /// The number of a pair of sets; nil if there are more than can be numbered.
    func number(of value: Senses) -> UInt16? {
        if let number = numbers[value] { return number }
        let count = numbers.count
        guard count < storage.count else { return nil }
        storage.initializeElement(at: count, to: value)
        numbers[value] = UInt16(count)
        return UInt16(count)
    }
}
