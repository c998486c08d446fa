/// Memory of numbers that its one owner lets grow and frees.
///
/// Unsafe for speed. What must hold: nobody reads beyond what was appended or reserved.
struct RawBuffer<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private(set) var count = 0
    private var capacity = 16

    init() { start = .allocate(capacity: capacity) }

    func deallocate() { start.deallocate() }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { reserve(count + 1) }
        (start + count).initialize(to: element)
        count &+= 1
    }

    /// Makes room for so many elements; those that were appended are kept.
    mutating func reserve(_ least: Int) {
        guard least > capacity else { return }
        capacity = max(2 * capacity, least)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.initialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    var elements: UnsafeMutableBufferPointer<Element> {
        UnsafeMutableBufferPointer(start: start, count: count)
    }
}
