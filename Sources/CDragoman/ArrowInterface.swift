import CArrow
import Glibc
import Interchange

/// A batch comes in as it lies in memory, and the rows go out so.
///
/// The four structures are the caller's, two to be read and two to be filled.
@c(dragoman_extract_arrow)
public func dragomanExtractArrow(
    _ extractor: OpaquePointer?, _ batch: UnsafePointer<ArrowArray>?,
    _ batchSchema: UnsafePointer<ArrowSchema>?, _ rows: UnsafeMutablePointer<ArrowArray>?,
    _ rowsSchema: UnsafeMutablePointer<ArrowSchema>?, _ error: MessagePointer?
) -> CInt {
    guard let extractor, let batch, let batchSchema, let rows, let rowsSchema else {
        fail(.argument, "an argument is NULL", error)
        return -1
    }
    let handle = Handle.of(extractor)
    do {
        let table = try ArrowRows(
            batch.pointee, batchSchema.pointee, from: handle.extractor, unit: handle.unit)
        rows.initialize(to: table.export())
        rowsSchema.initialize(to: ArrowRows.schema())
        return 0
    } catch let failure {
        fail(FailureCode(failure), "\(failure)", error)
        return -1
    }
}
