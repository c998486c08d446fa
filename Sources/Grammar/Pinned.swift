/// An array that stays where it is, so that it can be read without counting references.
///
/// Unsafe: ``elements`` is good as long as the object lives.
final class Pinned<Element: Sendable>: Sendable {
    nonisolated(unsafe) let elements: UnsafeBufferPointer<Element>

    init(_ array: [Element]) {
        let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = memory.initialize(from: array)
        elements = UnsafeBufferPointer(memory)
    }

    deinit {
        UnsafeMutableBufferPointer(mutating: elements).deinitialize().deallocate()
    }
}
