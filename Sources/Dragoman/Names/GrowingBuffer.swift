/// Storage that is used again from text to text and grows as it must.
///
/// Unsafe for speed. What must hold: elements are read and written only below ``count``, or below what was reserved.
final class GrowingBuffer<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private var capacity = 64
    private(set) var count = 0

    init() { start = .allocate(capacity: capacity) }

    deinit { start.deallocate() }

    func removeAll() { count = 0 }

    /// Makes room for `least` elements in all; what stands there is kept.
    @inline(__always)
    func reserve(_ least: Int) {
        if least > capacity { grow(to: least) }
    }

    @inline(__always)
    func append(_ element: Element) {
        reserve(count &+ 1)
        (start + count).initialize(to: element)
        count &+= 1
    }

    /// Appends elements that the caller writes.
    @inline(__always)
    func append(count added: Int) -> UnsafeMutablePointer<Element> {
        reserve(count &+ added)
        let place = start + count
        count &+= added
        return place
    }

    /// Holds so many elements, which the caller writes.
    func resize(to count: Int) {
        removeAll()
        _ = append(count: count)
    }

    /// Appends as many of `element` as are wanting to `least` elements in all.
    func extend(to least: Int, with element: Element) {
        if least <= count { return }
        reserve(least)
        (start + count).initialize(repeating: element, count: least - count)
        count = least
    }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { start[index] }
        set { start[index] = newValue }
    }

    /// The elements.
    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: start, count: count) }

    @inline(never)
    private func grow(to least: Int) {
        let wider = max(capacity * 2, least)
        let new = UnsafeMutablePointer<Element>.allocate(capacity: wider)
        new.initialize(from: start, count: min(capacity, max(count, 0)))
        start.deallocate()
        start = new
        capacity = wider
    }
}
