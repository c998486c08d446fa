/// Which columns of a table make a document.
final class TableColumns: Sendable {
    let text: Int
    let id: Int?
    let date: Int?
    /// How many columns there are; 0 if there is no header that says so.
    let count: Int

    /// Finds the columns by their names in the header, or by their numbers from 1; a name counts more.
    ///
    /// - Parameter header: the fields of the first row; none if it is a document like the others.
    /// - Throws: what column there is none of.
    init(_ header: [String], _ fields: InputFields) throws(DecodingFailure) {
        func column(_ name: String, isNeeded: Bool) throws(DecodingFailure) -> Int? {
            if let index = header.firstIndex(of: name) { return index }
            if let number = Int(name), number > 0, header.isEmpty || number <= header.count {
                return number - 1
            }
            if !isNeeded { return nil }
            if header.isEmpty {
                throw DecodingFailure(
                    "without header, a column is named by its number, not “\(name)”")
            }
            throw DecodingFailure(
                "no column “\(name)” among " + header.map { "“\($0)”" }.joined(separator: ", "))
        }
        text = try column(fields.text, isNeeded: true)!
        id = try column(fields.id, isNeeded: fields.needsID)
        date = try column(fields.date, isNeeded: fields.needsDate)
        count = header.count
    }
}
