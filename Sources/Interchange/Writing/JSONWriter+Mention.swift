import Dragoman

extension JSONWriter {
    /// Writes a mention, read where it is.
    mutating func write(
        _ mention: UnsafePointer<Mention>, _ entities: UnsafeBufferPointer<Entity>,
        _ text: inout MeasuredText
    ) {
        object { json in
            let range = mention.pointee.utf8Range
            let (start, end) = text.offsets(of: range)
            json.member("start", start)
            json.member("end", end)
            json.key("text")
            json.string(utf8: text[range])
            json.key("label")
            json.constant(mention.pointee.label.constant)
            if let entity = mention.pointee.entity {
                json.member("entity", entities[entity].id)
            }
            if mention.pointee.date != nil {
                // Passed where it is, for the same reason; nothing is changed.
                json.write(&UnsafeMutablePointer(mutating: mention).pointee.date!)
            }
            json.member("mention", mention.pointee.treatyMention?.rawValue)
            json.member("rule", mention.pointee.rule)
            json.member("inside", mention.pointee.inside)
            json.member("confidence", mention.pointee.confidence)
            if mention.pointee.explanation.isEmpty { return }
            json.key("explanation")
            json.array { json in
                for evidence in mention.pointee.explanation {
                    json.object { json in
                        json.member("source", evidence.source)
                        json.member("weight", evidence.weight)
                    }
                }
            }
        }
    }

    private mutating func write(_ date: inout DateValue) {
        key("date")
        object { json in
            json.member("type", date.type)
            json.member("timex", date.timex)
            json.member("edtf", date.edtf)
            json.member("earliest", date.earliest)
            json.member("latest", date.latest)
            json.member("grain", date.grain)
            json.member("mod", date.mod)
            json.member("resolution", date.resolution.rawValue)
            json.strings("alternatives", date.alternatives)
        }
    }
}
