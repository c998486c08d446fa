import Dragoman
import Grammar
import Interchange
import Segmentation

/// The options that `dragoman_open` takes as JSON.
struct Settings {
    var options = Extractor.Options()
    var unit = OffsetUnit.codepoint

    /// Reads an object; `nil` leaves all as they are by default.
    ///
    /// - Throws: ``SettingsError`` for a member that is unknown or has a value that it cannot have, `JSONError` for what
    ///   is no JSON, `LexiconError` for a rule file that cannot be read.
    init(json: String?) throws {
        guard let json else { return }
        guard case .object(let members) = try JSONReader.read(Array(json.utf8)) else {
            throw SettingsError(description: "options: not a JSON object")
        }
        for (name, value) in members { try set(name, value) }
    }

    private mutating func set(_ name: String, _ value: JSONValue) throws {
        switch name {
        case "date": options.date = try Self.require(value.string, name, "a string")
        case "labels": options.labels = Set(try Self.strings(value, name).map(Self.label))
        case "languages":
            options.languages = try Self.strings(value, name).map(Self.language)
        case "offsets":
            let unit = value.string.flatMap(OffsetUnit.init(rawValue:))
            let units = OffsetUnit.allCases.map(\.rawValue).joined(separator: ", ")
            self.unit = try Self.require(unit, name, "one of \(units)")
        case "lexicons": options.lexicons = try Self.strings(value, name).map(LexiconFile.init)
        case "rules":
            options.rules = try Self.strings(value, name).map {
                RuleSource(file: $0, text: try Files.text(at: $0))
            }
        case "profile":
            let profile = value.string.flatMap(DateProfile.init(rawValue:))
            options.dateProfile = try Self.require(profile, name, "house or timeml")
        case "nested": options.nested = try Self.require(value.bool, name, "true or false")
        case "confidence":
            options.confidence = try Self.require(value.bool, name, "true or false")
        case "explain": options.explain = try Self.require(value.bool, name, "true or false")
        default: throw SettingsError(description: "options: unknown member “\(name)”")
        }
    }

    private static func require<Value>(
        _ value: Value?, _ name: String, _ wanted: String
    ) throws(SettingsError) -> Value {
        guard let value else {
            throw SettingsError(description: "options: “\(name)” must be \(wanted)")
        }
        return value
    }

    private static func strings(
        _ value: JSONValue, _ name: String
    ) throws(SettingsError) -> [String] {
        try require(value.array, name, "an array of strings").map { element throws(SettingsError) in
            try require(element.string, name, "an array of strings")
        }
    }

    private static func language(_ code: String) throws(SettingsError) -> Language {
        guard let language = Language(code: code) else {
            throw SettingsError(description: "options: “\(code)” is no language")
        }
        return language
    }

    private static func label(_ name: String) throws(SettingsError) -> Label {
        guard let label = Label(rawValue: name.uppercased()) else {
            throw SettingsError(description: "options: unknown label “\(name)”")
        }
        return label
    }
}

/// What is wrong with the options.
struct SettingsError: Error, CustomStringConvertible {
    let description: String
}
