import Dragoman

extension JSONWriter {
    /// Writes a mention, which stays as it is.
    mutating func write(
        _ mention: inout Mention, _ entities: UnsafeBufferPointer<Entity>,
        _ text: MeasuredText
    ) {
        openObject()
        let (start, end) = text.offsets(of: mention.utf8Range)
        member("start", start)
        member("end", end)
        key("text")
        string(utf8: text[mention.utf8Range])
        key("label")
        constant(mention.label.constant)
        if let entity = mention.entity {
            key("entity")
            string(entities[entity].id)
        }
        if case .some(let date) = mention.date { write(date) }
        member("mention", mention.treatyMention?.rawValue)
        strings("provisions", mention.provisions)
        key("rule")
        string(mention.rule)
        member("inside", mention.inside)
        if text.isBoilerplate(mention.utf8Range) {
            key("boilerplate")
            raw { $0.append("true") }
        }
        member("confidence", mention.confidence)
        if !mention.explanation.isEmpty { write(mention.explanation) }
        closeObject()
    }

    private mutating func write(_ explanation: [Evidence]) {
        key("explanation")
        array { json in
            for evidence in explanation {
                json.object { json in
                    json.member("source", evidence.source)
                    json.member("weight", evidence.weight)
                }
            }
        }
    }

    private mutating func write(_ calendar: CalendarDate) {
        key("calendar")
        object { json in
            json.member("name", calendar.name)
            json.member("era", calendar.era)
            json.member("value", calendar.value)
        }
    }

    private mutating func write(_ date: borrowing DateValue) {
        key("date")
        openObject()
        key("type")
        string(date.type)
        key("timex")
        string(date.timex)
        member("edtf", date.edtf)
        member("earliest", date.earliest)
        member("latest", date.latest)
        member("grain", date.grain)
        member("mod", date.mod)
        let details = date.details
        if let details {
            member("quant", details.quant)
            member("freq", details.freq)
            member("beginPoint", details.beginPoint)
            member("endPoint", details.endPoint)
        }
        member("resolution", date.resolution.rawValue)
        strings("alternatives", date.alternatives)
        if let calendar = details?.calendar { write(calendar) }
        closeObject()
    }
}
