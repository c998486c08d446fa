import CScan
import Lexicon
import Segmentation

/// What each feature adds to the sum of each tag of a token: a linear-chain conditional random field (Lafferty,
/// McCallum and Pereira 2001), its weights rounded to hundredths.
///
/// Read in place from the section of an image that ``NameWeights/compiled()`` makes:
/// ```
/// dense count (4) · slot count (4) · filter count (4) · 20 bytes of nothing
/// transitions  16 rows: from the tag that numbers the row to each tag
/// dense        a row a feature
/// rows         a row a slot
/// slots        hash (8) a slot; 0 is empty
/// filter       two bits a hash, in words of 64: most features have no weight, and fail on it
/// ```
/// A row is a ``NameVector``, 32 bytes.
///
/// Unsafe for speed. What must hold: the bytes outlive the model (it keeps the image, or owns them), and have the size
/// that their head gives, which is checked.
final class NameModel: @unchecked Sendable {
    static let headSize = 32
    static let rowSize = 32

    private let base: UnsafeRawPointer
    private let denseStart: Int
    private let hashedStart: Int
    private let slotStart: Int
    private let mask: Int
    private let filterStart: Int
    private let filterCount: Int
    private let image: LexiconImage?

    /// - Throws: ``ExtractorError/weights(line:_:)`` with line 0 for a section of another shape.
    convenience init(image: LexiconImage) throws(ExtractorError) {
        guard let base = image[.weights].baseAddress else {
            throw .weights(line: 0, "there are none")
        }
        try self.init(base: base, size: image[.weights].count, image: image)
    }

    /// A model of its own, not in an image: for fitting.
    convenience init(weights: NameWeights) throws(ExtractorError) {
        try self.init(bytes: weights.compiled())
    }

    /// A model in bytes of its own.
    convenience init(bytes: [UInt8]) throws(ExtractorError) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 32)
        bytes.withUnsafeBytes { copy.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
        try self.init(base: UnsafeRawPointer(copy), size: bytes.count, image: nil)
    }

    private init(
        base: UnsafeRawPointer, size: Int, image: LexiconImage?
    ) throws(ExtractorError) {
        func word(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        guard size >= Self.headSize else {
            // What throws before all is set is not deinitialized.
            if image == nil { base.deallocate() }
            throw .weights(line: 0, "too short")
        }
        self.base = base
        self.image = image
        let (dense, count, filterCount) = (word(0), word(4), word(8))
        denseStart = Self.headSize + 16 * Self.rowSize
        hashedStart = denseStart + dense * Self.rowSize
        slotStart = hashedStart + count * Self.rowSize
        mask = count - 1
        filterStart = slotStart + count * 8
        self.filterCount = filterCount
        guard dense == NameFeature.denseCount, count.nonzeroBitCount == 1,
            filterCount.nonzeroBitCount == 1, size == filterStart + filterCount * 8
        else { throw .weights(line: 0, "of another version") }
        // A look-up ends at an empty slot.
        let (slots, isTrusted) = (base + slotStart, image?.isTrusted == true)
        let areShort =
            isTrusted
            || SlotRuns.areShort(in: count) {
                slots.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self) == 0
            }
        guard areShort else {
            throw .weights(line: 0, "its table is full, or too much stands in one place of it")
        }
    }

    deinit {
        if image == nil { base.deallocate() }
    }

    /// The rows of dense features, for loops: valid as long as the model.
    struct DenseRows: BitwiseCopyable {
        fileprivate let start: UnsafeRawPointer

        /// Where a row is, to ask for it before it is read.
        @inline(__always)
        func address(_ dense: Int) -> UnsafeRawPointer { start + dense &* NameModel.rowSize }

        @inline(__always)
        subscript(dense: Int) -> NameVector {
            start.loadUnaligned(
                fromByteOffset: dense &* NameModel.rowSize, as: NameVector.self)
        }
    }

    var denseRows: DenseRows { DenseRows(start: base + denseStart) }

    /// The row of a dense feature.
    @inline(__always)
    func row(dense: Int) -> NameVector { row(at: denseStart &+ dense &* Self.rowSize) }

    /// What it adds for a tag that follows another.
    @inline(__always)
    func transitions(from tag: Int) -> NameVector { row(at: Self.headSize &+ tag &* Self.rowSize) }

    /// The row of a feature, nothing for one without weight.
    @inline(__always)
    func row(_ feature: NameFeature) -> NameVector {
        feature.isHashed ? hashedRows.row(feature) : row(dense: Int(feature.id))
    }

    /// The word of the filter in which the bits of a hashed feature are.
    @inline(__always)
    static func filterWord(of id: UInt64, in count: Int) -> Int {
        Int(truncatingIfNeeded: id &>> 20) & (count &- 1)
    }

    @inline(__always)
    static func filterBits(of id: UInt64) -> UInt64 { 1 &<< (id & 63) | 1 &<< (id &>> 6 & 63) }

    /// The rows of hashed features, for loops: valid as long as the model.
    struct HashedRows: BitwiseCopyable {
        fileprivate let rows: UnsafeRawPointer
        fileprivate let slots: UnsafeRawPointer
        fileprivate let filter: UnsafeRawPointer
        fileprivate let mask: Int
        fileprivate let filterCount: Int

        /// False for most hashed features that have no weight.
        @inline(__always)
        private func mayHaveWeight(_ id: UInt64) -> Bool {
            let word = NameModel.filterWord(of: id, in: filterCount)
            let held = UInt64(
                littleEndian: filter.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self))
            return ~held & NameModel.filterBits(of: id) == 0
        }

        /// Asks for what ``row(_:)`` will read of a feature.
        @inline(__always)
        func prefetch(_ feature: NameFeature) {
            guard mayHaveWeight(feature.id) else { return }
            let slot = Int(truncatingIfNeeded: feature.id) & mask
            cscan_prefetch(slots + slot &* 8)
            cscan_prefetch(rows + slot &* NameModel.rowSize)
        }

        /// The row of a feature, nothing for one without weight.
        @inline(__always)
        func row(_ feature: NameFeature) -> NameVector {
            guard mayHaveWeight(feature.id) else { return NameVector() }
            var slot = Int(truncatingIfNeeded: feature.id) & mask
            while true {
                let key = UInt64(
                    littleEndian: slots.loadUnaligned(fromByteOffset: slot &* 8, as: UInt64.self))
                if key == feature.id {
                    return rows.loadUnaligned(
                        fromByteOffset: slot &* NameModel.rowSize, as: NameVector.self)
                }
                if key == 0 { return NameVector() }
                slot = (slot &+ 1) & mask
            }
        }
    }

    var hashedRows: HashedRows {
        HashedRows(
            rows: base + hashedStart, slots: base + slotStart, filter: base + filterStart,
            mask: mask, filterCount: filterCount)
    }

    @inline(__always)
    private func row(at offset: Int) -> NameVector {
        base.loadUnaligned(fromByteOffset: offset, as: NameVector.self)
    }
}
