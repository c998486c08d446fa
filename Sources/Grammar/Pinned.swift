import Glibc

/// An array that stays where it is, so that it can be read without counting references.
///
/// Unsafe: ``elements`` is good as long as the array lives, and where it lies in an image, as long as that does; `Element` is plain
/// numbers.
struct Pinned<Element: Sendable>: @unchecked Sendable {
    let elements: UnsafeBufferPointer<Element>
    /// Keeps the elements; nil where an image does. Of no type of its own, which would have to be made when the process starts.
    private let memory: PinnedMemory?

    init(_ array: [Element]) {
        self.init(count: array.count) { _ = $0.initialize(from: array) }
    }

    /// The elements that lie in an image.
    init(inImage elements: UnsafeBufferPointer<Element>) {
        self.elements = elements
        memory = nil
    }

    /// - Parameter fill: gives every element its first value.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
        let elements = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        fill(elements)
        self.elements = UnsafeBufferPointer(elements)
        memory = PinnedMemory(elements.baseAddress)
    }
}

/// Memory that is freed with its last owner.
private final class PinnedMemory: Sendable {
    nonisolated(unsafe) private let start: UnsafeMutableRawPointer?

    init(_ start: UnsafeMutableRawPointer?) { self.start = start }

    deinit { start?.deallocate() }
}

/// Memory of one fixed size that its one owner writes to without asking whether it is shared.
///
/// Unsafe in the same way; `Element` is plain numbers.
final class Scratch<Element: BitwiseCopyable> {
    let elements: UnsafeMutableBufferPointer<Element>

    init(repeating value: Element, count: Int) {
        let memory = malloc(max(count, 1) * MemoryLayout<Element>.stride)
        elements = UnsafeMutableBufferPointer(
            start: memory?.bindMemory(to: Element.self, capacity: count), count: count)
        elements.initialize(repeating: value)
    }

    /// - Parameter count: of numbers, all 0; memory that is not used is not touched.
    init(zeros count: Int) where Element: FixedWidthInteger {
        let memory = calloc(max(count, 1), MemoryLayout<Element>.stride)
        elements = UnsafeMutableBufferPointer(
            start: memory?.bindMemory(to: Element.self, capacity: count), count: count)
    }

    deinit { free(elements.baseAddress) }
}

/// A stack in memory of its own, for the same reason.
struct ScratchStack<Element: BitwiseCopyable> {
    private var memory: Scratch<Element>
    /// Those of ``memory``, to be had at one look.
    private var elements: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    /// - Parameters:
    ///   - element: any; it is what unused memory holds.
    ///   - capacity: how much it holds before it grows.
    init(filledWith element: Element, capacity: Int = 64) {
        self.capacity = max(capacity, 1)
        memory = Scratch(repeating: element, count: self.capacity)
        elements = memory.elements.baseAddress!
    }

    @inline(__always)
    mutating func push(_ element: Element) {
        if count == capacity { grow() }
        elements[count] = element
        count &+= 1
    }

    @inline(__always)
    mutating func pop() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return elements[count]
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// What it holds, until it changes.
    var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: elements, count: count) }

    /// Leaves the lowest `count` elements.
    @inline(__always)
    mutating func cut(to count: Int) { self.count = min(count, self.count) }

    /// - Parameter place: counted from the bottom.
    @inline(__always)
    subscript(place: Int) -> Element {
        get { elements[place] }
        nonmutating set { elements[place] = newValue }
    }

    @inline(never)
    private mutating func grow() {
        let larger = Scratch(repeating: elements[0], count: capacity * 2)
        _ = larger.elements.update(fromContentsOf: memory.elements)
        memory = larger
        elements = larger.elements.baseAddress!
        capacity *= 2
    }
}

extension ScratchStack where Element: Sendable {
    /// A copy of what it holds.
    var pinned: Pinned<Element> {
        Pinned(count: count) { _ = $0.initialize(fromContentsOf: all) }
    }
}

/// Memory that its one owner lets grow. An object, so that none of its owner's properties changes when it does, which
/// would have to be checked each time.
final class Growing<Element: BitwiseCopyable> {
    /// What there is of it.
    private(set) var elements = UnsafeMutableBufferPointer<Element>(start: nil, count: 0)

    deinit { elements.deallocate() }

    /// Makes room for `count` elements; what is new is filled.
    @inline(__always)
    func grow(to count: Int, filledWith element: Element) {
        if count > elements.count { enlarge(to: count, element) }
    }

    @inline(never)
    private func enlarge(to count: Int, _ element: Element) {
        let old = elements
        let larger = UnsafeMutableBufferPointer<Element>.allocate(
            capacity: max(count, old.count * 2, 64))
        larger.initialize(repeating: element)
        _ = larger.update(fromContentsOf: old)
        elements = larger
        old.deallocate()
    }
}
