/// A value of JSON.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Members in their order; of members with one key, the last counts.
    case object([(key: String, value: JSONValue)])

    /// The value of a member; `nil` if there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    public var array: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The value as a whole number.
    public var integer: Int? {
        if case .number(let value) = self { Int(exactly: value) } else { nil }
    }

    /// The text of a string or of a whole number: what an id may be.
    public var identifier: String? { string ?? integer.map(String.init) }

    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        case (.array(let x), .array(let y)): x == y
        case (.object(let x), .object(let y)): x.elementsEqual(y) { $0 == $1 }
        default: false
        }
    }
}

/// Why bytes are no JSON: what was expected, and at which byte.
public struct JSONError: Error, Equatable, CustomStringConvertible {
    /// From the start of the value.
    public let byteOffset: Int
    public let message: String

    public init(byteOffset: Int, message: String) {
        self.byteOffset = byteOffset
        self.message = message
    }

    public var description: String { "\(message) at byte \(byteOffset + 1)" }
}
