import CICU

/// The end of a segment as ICU gives it.
public struct Boundary: Sendable, Equatable {
    /// One past the last byte of the segment, in UTF-8 units from the start of the text.
    public var end: UInt32
    /// ICU's rule status of the segment that ends here.
    public var status: UInt16

    /// A boundary and the status of the segment before it.
    public init(end: UInt32, status: UInt16) {
        self.end = end
        self.status = status
    }
}

/// The boundaries of ICU's word iterator, in batches.
final class BoundaryFinder {
    static let batch = 4096
    let breaker: OpaquePointer
    private var ends = [UInt32](repeating: 0, count: batch)
    private var statuses = [UInt16](repeating: 0, count: batch)

    init() throws(SegmentationError) {
        var error: Int32 = 0
        guard let opened = cicu_breaker_open(Int32(CICU_WORDS), &error) else {
            throw .icuUnavailable(String(cString: cicu_error_name(error)))
        }
        breaker = opened
    }

    deinit { cicu_breaker_close(breaker) }

    /// Hands every boundary of `text` to `body`, in order.
    func forEachBoundary(
        in text: UnsafeBufferPointer<UInt8>, _ body: (_ end: Int, _ status: UInt16) -> Void
    ) throws(SegmentationError) {
        guard text.count <= Segmenter.maximumLength else {
            throw .textTooLong(bytes: text.count)
        }
        guard cicu_breaker_set_text(breaker, text.baseAddress, text.count) == 0 else {
            let error = cicu_breaker_icu_error(breaker)
            throw .icuUnavailable(String(cString: cicu_error_name(error)))
        }
        while true {
            let count = Int(cicu_breaker_next(breaker, &ends, &statuses, Int32(Self.batch)))
            for index in 0..<count { body(Int(ends[index]), statuses[index]) }
            if count < Self.batch { return }
        }
    }
}
