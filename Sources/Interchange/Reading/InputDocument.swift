import Dragoman
import Segmentation

/// A document with a text of its own: what the careful reading gives.
struct InputDocument: Sendable, Equatable {
    var id: String?
    /// Document creation time, as the input has it.
    var date: String?
    var text: String
    /// What was wrong with the bytes: offsets count in the file, or in the line.
    var warnings: [Warning]

    init(
        id: String? = nil, date: String? = nil, text: String, warnings: [Warning] = []
    ) {
        self.id = id
        self.date = date
        self.text = text
        self.warnings = warnings
    }
}

extension InputDocument {
    /// A document of bytes, which need not be UTF-8: byte order marks are honoured, and what is not UTF-8 is replaced
    /// as the WHATWG decoder does, with a warning.
    init(bytes: [UInt8], id: String? = nil, date: String? = nil) {
        let (utf8, problems) = TextDecoding.decode(bytes)
        self.init(
            id: id, date: date, text: String(decoding: utf8, as: UTF8.self),
            warnings: problems.map { Warning($0) })
    }
}

extension Warning {
    init(_ problem: DecodingProblem) {
        self.init(byteOffset: problem.byteOffset, message: problem.message)
    }
}
