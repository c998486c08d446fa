import Chronology
import Grammar
import Segmentation

extension RuleCompiler {
    /// Compiles rules that a user wrote.
    ///
    /// - Throws: `GrammarErrors` for what is no rule, and for rules of dates that could mark nothing.
    static func compileChecked(_ sources: [RuleSource]) throws -> RuleProgram {
        let program = try RuleCompiler(segmenter: Segmenter()).compile(sources)
        let mistakes = program.rules.compactMap { rule in
            DateRule.mistake(in: rule).map {
                GrammarError(
                    file: rule.file, position: SourcePosition(line: rule.line, column: 1),
                    message: "rule `\(rule.id)`: \($0)")
            }
        }
        guard mistakes.isEmpty else { throw GrammarErrors(mistakes) }
        return program
    }
}

extension DateRule {
    /// Why a rule of dates could mark nothing; `nil` if it is one that could, or none of dates.
    fileprivate static func mistake(in rule: Rule) -> String? {
        guard Label(rawValue: rule.label)?.isTemporal == true, rule.evidence == nil else {
            return nil
        }
        if rule["form"] == nil {
            return "a \(rule.label) needs `set form=…`, which says how its captures are read"
        }
        return unknown("form", of: DateForm.self, in: rule)
            ?? unknown("profile", of: DateProfile.self, in: rule)
            ?? unknown("calendar", of: CalendarSystem.self, in: rule)
            ?? unknown("offset", of: OffsetKind.self, in: rule)
    }

    private static func unknown<Value: RawRepresentable<String> & CaseIterable>(
        _ key: String, of type: Value.Type, in rule: Rule
    ) -> String? {
        guard let value = rule[key], Value(rawValue: value) == nil else { return nil }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        return "unknown \(key) “\(value)”: \(known)"
    }
}
