/// One kind of input from strangers, and what is promised of it whatever its bytes.
struct FuzzTarget: Sendable {
    /// The name of its folders of seeds and finds.
    let name: String
    /// Reads an input and checks the promises.
    ///
    /// - Throws: ``BrokenPromise``. What the reader itself refuses is no error here.
    let run: @Sendable (_ input: [UInt8]) throws -> Void

    static let all = [
        text, html, warc, table, jsonLines, json, packed, lexicon, rules, image, arguments,
        annotations, dates,
    ]
}

/// What was promised and does not hold.
struct BrokenPromise: Error, CustomStringConvertible {
    let description: String
}

/// - Throws: ``BrokenPromise`` unless the condition holds.
func promise(
    _ condition: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String
) throws {
    if try !condition() { throw BrokenPromise(description: what()) }
}
