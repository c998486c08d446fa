/// Whether every index of the tables points into its table: what the matcher relies on.
extension Tables {
    var isWellFormed: Bool {
        strings.allSatisfy { isIn($0, bytes.count) }
            && (slotNames + classNames).allSatisfy(isString)
            && constants.allSatisfy { isString($0.start) && isString($0.count) }
            && examples.allSatisfy(isWellFormed)
            && exact.allSatisfy { isString($0.text) }
            && exactLists.allSatisfy { isIn($0, exact.count) }
            && sets.allSatisfy { isIn($0, hashes.count) }
            && classLists.allSatisfy { isIn($0, classNames.count) }
            && rules.allSatisfy(isWellFormed)
    }

    private func isIn(_ slice: Slice, _ count: Int) -> Bool {
        Int(slice.start) + Int(slice.count) <= count
    }

    private func isString(_ index: UInt32) -> Bool { Int(index) < strings.count }

    /// Whether the spans of an example lie in its text, one after another. (What is no UTF-8 gets no shorter when it is read.)
    private func isWellFormed(_ example: ExampleEntry) -> Bool {
        guard isString(example.text), isIn(example.spans, spans.count) else { return false }
        var end = 0
        return spans[example.spans.range].allSatisfy { span in
            defer { end = span.range.upperBound }
            return end <= span.range.lowerBound
                && isIn(span, Int(strings[Int(example.text)].count))
        }
    }

    private func isWellFormed(_ rule: RuleEntry) -> Bool {
        guard isString(rule.id), Int(strings[Int(rule.id)].count) <= Limits.id,
            isString(rule.label), isString(rule.file),
            isIn(rule.code, code.count), isIn(rule.slots, slotNames.count),
            isIn(rule.contexts, contexts.count), isIn(rule.anchors, anchors.count),
            max(rule.anchorLeast, rule.anchorMost, rule.anchorPhrases) <= UInt32(Limits.window),
            isIn(rule.constants, constants.count),
            isIn(rule.examples, examples.count), isIn(rule.counters, examples.count),
            rule.spanSlot == RuleEntry.noSlot || rule.spanSlot < rule.slots.count,
            rule.code.count <= 2 * UInt32(Limits.code), rule.weight.isFinite,
            // Whatever runs to the end of the rule's code must stop there.
            code[rule.code.range].last?.operation == .match
        else { return false }
        guard
            anchors[rule.anchors.range].allSatisfy({
                $0.operation.takesTokens && !$0.isNegated && isWellFormed($0, rule)
            })
        else { return false }
        return contexts[rule.contexts.range].allSatisfy {
            rule.code.range.contains(Int($0.entry))
        } && code[rule.code.range].allSatisfy { isWellFormed($0, rule) }
    }

    private func isWellFormed(_ step: Instruction, _ rule: RuleEntry) -> Bool {
        func isInRule(_ target: UInt32) -> Bool { rule.code.range.contains(Int(target)) }
        if step.isNegated, !step.operation.isGap, !step.operation.takesTokens { return false }
        switch step.operation {
        case .fork: return isInRule(step.a) && isInRule(step.b)
        case .jump: return isInRule(step.a)
        case .open, .close: return step.a < rule.slots.count
        case .exact: return Int(step.a) < exactLists.count
        case .prefix, .suffix: return isString(step.a)
        case .textSet: return Int(step.a) < sets.count
        case .hit: return Int(step.a) < classLists.count
        default: return true
        }
    }
}
