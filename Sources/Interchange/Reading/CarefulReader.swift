import Dragoman
import Segmentation

/// Reads JSON lines through a tree of values: decodes what is not UTF-8, and says what is wrong.
enum CarefulReader {
    /// The document in a line.
    ///
    /// - Throws: what is wrong with the line.
    static func document(
        _ line: [UInt8], _ fields: InputFields
    ) throws(DecodingFailure) -> InputDocument {
        let (utf8, problems) = TextDecoding.decode(line)
        var reader = JSONReader(utf8)
        let value: JSONValue
        do {
            value = try reader.read()
        } catch {
            throw DecodingFailure("not JSON: \(error)")
        }
        guard case .object = value else { throw DecodingFailure("not a JSON object") }
        guard let text = value[fields.text]?.string else {
            throw DecodingFailure("no string in “\(fields.text)”")
        }
        var document = InputDocument(text: text, warnings: problems.map { Warning($0) })
        document.id = try identifier(value, fields.id)
        document.date = try identifier(value, fields.date)
        if reader.loneSurrogates.count > 0 {
            let (count, first) = reader.loneSurrogates
            let subject = count == 1 ? "1 lone surrogate" : "\(count) lone surrogates from here on"
            document.warnings.append(
                Warning(byteOffset: first, message: "\(subject): replaced by U+FFFD"))
        }
        return document
    }

    /// A member that may be missing or null, but is a string or a number if it is there.
    private static func identifier(
        _ value: JSONValue, _ field: String
    ) throws(DecodingFailure) -> String? {
        guard let member = value[field], member != .null else { return nil }
        guard let identifier = member.identifier else {
            throw DecodingFailure("“\(field)” is neither a string nor a number")
        }
        return identifier
    }
}
