import Dragoman

/// Findings as the document made of them would be written, without making it.
///
/// Most of a mention or an entity is the same as in others: it is written in a few pieces, with one look for room.
extension JSONDocumentWriter: FindingsWriter {
    package func write(
        _ findings: Findings, of parsed: ParsedDocument, _ warnings: [Warning],
        to output: inout ByteBuffer
    ) {
        if pretty {
            var document = Document(findings)
            document.id = parsed.id
            document.warnings = warnings
            write(document, of: parsed, to: &output)
            return
        }
        var json = JSONWriter(buffer: output)
        let text = MeasuredText(parsed.utf8, unit: unit, in: parsed.source)
        json.start(parsed.id, findings.language, text, unit, findings.anchor, parsed.source)
        json.key("mentions")
        json.raw { $0.append(findings, text) }
        json.key("entities")
        json.write(entitiesOf: findings)
        json.finish(warnings)
        output = json.finish()
    }
}

extension ByteBuffer {
    /// Appends the list of mentions.
    fileprivate mutating func append(_ findings: Findings, _ text: MeasuredText) {
        append(UInt8(ascii: "["))
        for mention in findings.mentions {
            let range = Int(mention.start)..<Int(mention.end)
            let (start, end) = text.offsets(of: range)
            write(room: range.count &* 6 &+ 256) { pen in
                pen.put(#"{"start":"#)
                pen.put(Int32(truncatingIfNeeded: start))
                pen.put(#","end":"#)
                pen.put(Int32(truncatingIfNeeded: end))
                pen.put(#","text":""#)
                pen.put(escaped: text[range])
                switch mention.label {
                case .person: pen.put(#"","label":"PERSON""#)
                case .organization: pen.put(#"","label":"ORGANIZATION""#)
                case .place: pen.put(#"","label":"PLACE""#)
                case .treaty: pen.put(#"","label":"TREATY""#)
                case .date: pen.put(#"","label":"DATE""#)
                case .time: pen.put(#"","label":"TIME""#)
                case .duration: pen.put(#"","label":"DURATION""#)
                case .set: pen.put(#"","label":"SET""#)
                }
                if mention.entity >= 0 {
                    pen.put(#","entity":"e"#)
                    pen.put(mention.entity &+ 1)
                    pen.put("\"")
                }
                switch mention.label {
                case .person: pen.put(#","rule":"names.person""#)
                case .organization: pen.put(#","rule":"names.organization""#)
                case .place: pen.put(#","rule":"names.place""#)
                case .treaty:
                    switch findings.treaty(of: mention).pointee.mention {
                    case .name: pen.put(#","mention":"name""#)
                    case .description: pen.put(#","mention":"description""#)
                    case .anaphor: pen.put(#","mention":"anaphor""#)
                    }
                case .date, .time, .duration, .set: break
                }
            }
            switch mention.label {
            case .person, .organization, .place: break
            case .treaty:
                append(#","provisions":["#, findings.treaty(of: mention).pointee.provisions)
                append(rule: findings.treaty(of: mention).pointee.rule)
            case .date, .time, .duration, .set:
                let date = findings.date(of: mention)
                append(date.pointee)
                append(rule: date.pointee.rule)
            }
            write(room: 64) { pen in
                if mention.inside >= 0 {
                    pen.put(#","inside":"#)
                    pen.put(mention.inside)
                }
                if text.isBoilerplate(range) { pen.put(#","boilerplate":true"#) }
                pen.put("},")
            }
        }
        if !findings.mentions.isEmpty { advance(by: -1) }
        append(UInt8(ascii: "]"))
    }

    private mutating func append(rule: borrowing String) {
        write(room: Pen.room(rule) &+ 16) { pen in
            pen.put(#","rule":""#)
            pen.put(escaped: rule)
            pen.put("\"")
        }
    }

    private mutating func append(_ date: borrowing FoundDate) {
        let notation = date.notation
        write(room: Pen.room(notation.type) &+ Pen.room(notation.timex) &+ 64) { pen in
            pen.put(#","date":{"type":""#)
            pen.put(escaped: notation.type)
            pen.put(#"","timex":""#)
            pen.put(escaped: notation.timex)
        }
        append(#"","edtf":""#, notation.edtf)
        append(#"","earliest":""#, notation.earliest)
        append(#"","latest":""#, notation.latest)
        append(#"","grain":""#, notation.grain)
        append(#"","mod":""#, notation.mod)
        let details = date.details
        if let details {
            append(#"","quant":""#, details.quant)
            append(#"","freq":""#, details.freq)
            append(#"","beginPoint":""#, details.beginPoint)
            append(#"","endPoint":""#, details.endPoint)
        }
        switch date.resolution {
        case .explicit: append(#"","resolution":"explicit""#)
        case .anchored: append(#"","resolution":"anchored""#)
        case .inferred: append(#"","resolution":"inferred""#)
        case .ambiguous: append(#"","resolution":"ambiguous""#)
        case .unresolved: append(#"","resolution":"unresolved""#)
        }
        append(#","alternatives":["#, notation.alternatives)
        if let calendar = details?.calendar {
            append(#","calendar":{"name":""#, calendar.name)
            append(#"","era":""#, calendar.era)
            append(#"","value":""#, calendar.value)
            append("\"}")
        }
        append(UInt8(ascii: "}"))
    }

    /// Appends a list of strings, if there are some.
    private mutating func append(_ key: StaticString, _ strings: borrowing [String]) {
        if strings.isEmpty { return }
        append(key)
        for index in strings.indices {
            append(index == 0 ? "\"" : ",\"")
            write(room: Pen.room(strings[index])) { $0.put(escaped: strings[index]) }
            append("\"")
        }
        append(UInt8(ascii: "]"))
    }

    /// Ends a string and appends the next member's, but for its end, if it is there.
    @inline(__always)
    private mutating func append(_ key: StaticString, _ value: borrowing String?) {
        guard let value = copy value else { return }
        write(room: Pen.room(value) &+ 32) { pen in
            pen.put(key)
            pen.put(escaped: value)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(entitiesOf findings: Findings) {
        let memory = JSONNameMemory.of(findings)
        openArray()
        for (number, entity) in findings.entities.enumerated() {
            if let spelling = entity.spelling {
                let facts = findings.facts(of: entity)
                let known = memory.pieces(of: spelling) { buffer, isRest in
                    buffer.append(facts.pointee, entity.label, isRest)
                }
                let members = findings.members(of: entity)
                raw { buffer in
                    let room = known.name.count &+ known.rest.count &+ members.count &* 12
                    buffer.write(room: room &+ 64) { pen in
                        pen.put(#"{"id":"e"#)
                        pen.put(Int32(truncatingIfNeeded: number &+ 1))
                        pen.put(known.name)
                        for member in members {
                            pen.put(member)
                            pen.put(",")
                        }
                        pen.back()
                        pen.put(known.rest)
                    }
                }
            } else {
                var entity = findings.publicEntity(number)
                write(&entity)
            }
        }
        closeArray()
    }
}
