import Dragoman
import Glibc
import Interchange
import Segmentation

// What `include/dragoman.h` declares: names, types and contracts are documented there.

/// What a handle points to.
final class Handle: Sendable {
    let extractor: Extractor
    let unit: OffsetUnit

    static func of(_ pointer: OpaquePointer) -> Handle {
        Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
    }

    init(_ settings: Settings) throws {
        extractor = try Extractor(options: settings.options)
        unit = settings.unit
    }
}

/// A place for an error message.
public typealias MessagePointer = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@c(dragoman_open)
public func dragomanOpen(
    _ options: UnsafePointer<CChar>?, _ error: MessagePointer?
) -> OpaquePointer? {
    do {
        let handle = try Handle(Settings(json: options.map(String.init(cString:))))
        return OpaquePointer(Unmanaged.passRetained(handle).toOpaque())
    } catch let failure {
        return report(FailureCode(failure), "\(failure)", error)
    }
}

@c(dragoman_extract)
public func dragomanExtract(
    _ extractor: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ length: Int,
    _ id: UnsafePointer<CChar>?, _ date: UnsafePointer<CChar>?,
    _ jsonLength: UnsafeMutablePointer<Int>?, _ error: MessagePointer?
) -> UnsafeMutablePointer<CChar>? {
    guard let extractor else { return report(.argument, "the extractor is NULL", error) }
    // A length beyond half the address space arrives negative.
    guard 0...Segmenter.maximumLength ~= length else {
        return report(.length, "a text of more than \(Segmenter.maximumLength) bytes", error)
    }
    guard text != nil || length == 0 else { return report(.argument, "the text is NULL", error) }
    let handle = Handle.of(extractor)
    var scratch = ByteBuffer()
    let document = ParsedDocument(
        UnsafeRawBufferPointer(start: text, count: length).assumingMemoryBound(to: UInt8.self),
        id: id.map(String.init(cString:)), date: date.map(String.init(cString:)),
        scratch: &scratch)
    guard document.utf8.count <= Segmenter.maximumLength else {
        return report(
            .length, "a text of more than \(Segmenter.maximumLength) bytes once decoded", error)
    }
    var output = ByteBuffer(capacity: length + 1024)
    JSONDocumentWriter(unit: handle.unit).write(document, from: handle.extractor, to: &output)
    let json = output.bytes.dropLast()
    guard let copy = copy(json) else { return report(.memory, "out of memory", error) }
    jsonLength?.pointee = json.count
    return copy
}

@c(dragoman_close)
public func dragomanClose(_ extractor: OpaquePointer?) {
    guard let extractor else { return }
    Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(extractor)).release()
}

@c(dragoman_free)
public func dragomanFree(_ string: UnsafeMutablePointer<CChar>?) { free(string) }

@c(dragoman_version)
public func dragomanVersion() -> UnsafePointer<CChar>? { UnsafePointer(version) }

// Written once, never freed, and only read.
nonisolated(unsafe) private let version = copy(Array(Extractor.version.utf8))

/// Hands a message and a code to the caller.
///
/// - Returns: `nil`, for whatever could not be made.
private func report<Pointer>(
    _ code: FailureCode, _ message: String, _ error: MessagePointer?
) -> Pointer? {
    fail(code, message, error)
    return nil
}

/// Hands a message and a code to the caller.
func fail(_ code: FailureCode, _ message: String, _ error: MessagePointer?) {
    error?.pointee = copy(Array(message.utf8))
    errno = code.rawValue
}

/// A copy that ends with a NUL byte and that `free` frees.
private func copy(_ bytes: some Collection<UInt8>) -> UnsafeMutablePointer<CChar>? {
    guard let memory = malloc(bytes.count + 1) else { return nil }
    UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
    memory.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
    return memory.assumingMemoryBound(to: CChar.self)
}
