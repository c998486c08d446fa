import CArrow

extension ArrowRows {
    /// Hands the table over. Whoever takes it calls `release` once, which frees its memory.
    package consuming func export() -> ArrowArray {
        let isMention = ArrowBits(count: count, isSet: true)
        let isError = ArrowBits(count: count, isSet: false)
        let messages = ArrowColumn(isNumber: false)
        var written = 0
        for (row, message) in errors {
            isMention.flip(row)
            isError.flip(row)
            for _ in written..<row { messages.appendNothing() }
            message.utf8.span.withUnsafeBufferPointer { messages.append($0) }
            written = row + 1
        }
        for _ in written..<count { messages.appendNothing() }
        var children = zip(RowColumn.allCases, columns).map { column, values in
            column == .id || errors.isEmpty
                ? ArrowExport(values).array(count)
                : ArrowExport(values, isMention).array(count, nulls: errors.count)
        }
        children.append(ArrowExport(messages, isError).array(count, nulls: count - errors.count))
        return ArrowExport(children).array(count)
    }

    /// The schema of every table, handed over in the same way.
    package static func schema() -> ArrowSchema {
        let columns = RowColumn.allCases.map { ArrowSchema($0.isNumber ? "l" : "u", $0.name) }
        return ArrowSchema("+s", "", children: columns + [ArrowSchema("u", "error")])
    }
}

/// What an array that was handed over stands on until it is released.
private final class ArrowExport {
    private let values: ArrowColumn?
    private let validity: ArrowBits?
    private let buffers: UnsafeMutableBufferPointer<UnsafeRawPointer?>
    private let children: ArrowChildren<ArrowArray>

    init(_ values: ArrowColumn, _ validity: ArrowBits? = nil) {
        self.values = values
        self.validity = validity
        var places = [validity.map { UnsafeRawPointer($0.bytes) }]
        if !values.isNumber { places.append(UnsafeRawPointer(values.offsets.bytes.baseAddress)) }
        places.append(UnsafeRawPointer(values.values.bytes.baseAddress))
        buffers = .allocate(capacity: places.count)
        _ = buffers.initialize(from: places)
        children = ArrowChildren([])
    }

    /// A struct.
    init(_ children: [ArrowArray]) {
        values = nil
        validity = nil
        buffers = .allocate(capacity: 1)
        buffers.initialize(repeating: nil)
        self.children = ArrowChildren(children)
    }

    deinit { buffers.deallocate() }

    func array(_ count: Int, nulls: Int = 0) -> ArrowArray {
        ArrowArray(
            length: Int64(count), null_count: Int64(nulls), offset: 0,
            n_buffers: Int64(buffers.count), n_children: Int64(children.count),
            buffers: buffers.baseAddress, children: children.places.baseAddress, dictionary: nil,
            release: { array in
                guard let array, array.pointee.release != nil else { return }
                let export = Unmanaged<ArrowExport>.fromOpaque(array.pointee.private_data)
                export.takeUnretainedValue().children.visit { $0.pointee.release?($0) }
                export.release()
                array.pointee.release = nil
            },
            private_data: Unmanaged.passRetained(self).toOpaque())
    }
}

extension ArrowSchema {
    fileprivate init(_ format: StaticString, _ name: StaticString, children: [ArrowSchema] = []) {
        let children = ArrowChildren(children)
        self.init(
            format: format.cString, name: name.cString, metadata: nil,
            flags: Int64(ARROW_FLAG_NULLABLE), n_children: Int64(children.count),
            children: children.places.baseAddress, dictionary: nil,
            release: { schema in
                guard let schema, schema.pointee.release != nil else { return }
                let children = Unmanaged<ArrowChildren<ArrowSchema>>.fromOpaque(
                    schema.pointee.private_data)
                children.takeUnretainedValue().visit { $0.pointee.release?($0) }
                children.release()
                schema.pointee.release = nil
            },
            private_data: Unmanaged.passRetained(children).toOpaque())
    }
}

/// The children of an array or a schema, each in a place of its own: whoever takes one away leaves it released.
private final class ArrowChildren<Child> {
    let places: UnsafeMutableBufferPointer<UnsafeMutablePointer<Child>?>

    init(_ children: [Child]) {
        places = .allocate(capacity: children.count)
        for (number, child) in children.enumerated() {
            let place = UnsafeMutablePointer<Child>.allocate(capacity: 1)
            place.initialize(to: child)
            places.initializeElement(at: number, to: place)
        }
    }

    deinit {
        visit { $0.deallocate() }
        places.deallocate()
    }

    var count: Int { places.count }

    func visit(_ body: (UnsafeMutablePointer<Child>) -> Void) {
        for case let place? in places { body(place) }
    }
}

/// A bit a row.
private final class ArrowBits {
    let bytes: UnsafeMutablePointer<UInt8>

    init(count: Int, isSet: Bool) {
        let size = (count + 7) / 8
        bytes = .allocate(capacity: size)
        bytes.initialize(repeating: isSet ? 0xFF : 0, count: size)
    }

    deinit { bytes.deallocate() }

    func flip(_ row: Int) { bytes[row >> 3] ^= 1 << (row & 7) }
}

extension StaticString {
    /// Its bytes, which stay and end with a NUL.
    fileprivate var cString: UnsafePointer<CChar> {
        UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
