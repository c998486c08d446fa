/// A value of JSON.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As it is spelled, so that an id of twenty digits stays what it is.
    case number(String)
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

    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The nearest double: infinite where the number is greater than all of them.
    public var double: Double? {
        if case .number(let spelling) = self { Double(spelling) } else { nil }
    }

    /// The value as a whole number, spelled with or without a fraction of zeros.
    public var integer: Int? {
        guard case .number(let spelling) = self else { return nil }
        return Int(spelling) ?? Double(spelling).flatMap(Int.init(exactly:))
    }

    /// A string, or a number as it is spelled: what an id may be.
    public var identifier: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)): x == y
        case (.string(let x), .string(let y)): x.unicodeScalars.elementsEqual(y.unicodeScalars)
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
