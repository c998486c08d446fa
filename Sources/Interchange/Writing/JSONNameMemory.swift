import Dragoman

/// What is written of entities but their numbers and mentions, kept from text to text: most are met again and again.
///
/// It holds for one ``Findings/generation`` and changes nothing but the time that writing takes.
final class JSONNameMemory {
    @exclusivity(unchecked) private var bytes = ByteBuffer(capacity: 1 << 12)
    /// By ``Findings/Entity/spelling``: where the pieces stand; an empty one is not known.
    @exclusivity(unchecked) private var places: [Place] = []
    private var generation = 0

    private struct Place {
        var start: UInt32 = 0
        var middle: UInt32 = 0
        var end: UInt32 = 0
    }

    /// That of the worker that found something.
    static func of(_ findings: Findings) -> JSONNameMemory {
        let memory: JSONNameMemory
        if let known = findings.desk.memory as? JSONNameMemory {
            memory = known
        } else {
            memory = JSONNameMemory()
            findings.desk.memory = memory
        }
        memory.prepare(findings.generation)
        return memory
    }

    private func prepare(_ generation: Int) {
        if generation == self.generation { return }
        self.generation = generation
        bytes.removeAll()
        places.removeAll(keepingCapacity: true)
    }

    /// What stands before and after the mentions of an entity; `make` appends one or the other where they are not known.
    @inline(__always)
    func pieces(
        of spelling: Int, _ make: (inout ByteBuffer, _ isRest: Bool) -> Void
    ) -> (name: UnsafeBufferPointer<UInt8>, rest: UnsafeBufferPointer<UInt8>) {
        if spelling >= places.count || places[spelling].end == 0 { keep(spelling, make) }
        let place = places[spelling]
        return (
            bytes.range(Int(place.start)..<Int(place.middle)),
            bytes.range(Int(place.middle)..<Int(place.end))
        )
    }

    @inline(never)
    private func keep(_ spelling: Int, _ make: (inout ByteBuffer, _ isRest: Bool) -> Void) {
        if spelling >= places.count {
            places.append(contentsOf: repeatElement(Place(), count: spelling + 1 - places.count))
        }
        let start = bytes.count
        make(&bytes, false)
        let middle = bytes.count
        make(&bytes, true)
        places[spelling] = Place(
            start: UInt32(start), middle: UInt32(middle), end: UInt32(bytes.count))
    }
}

extension ByteBuffer {
    /// Appends what stands before an entity's mentions, or behind them.
    mutating func append(_ facts: NameFacts, _ label: Label, _ isRest: Bool) {
        if !isRest {
            append(#"","label":""#)
            append(label.constant)
            append(#"","name":""#)
            append(escaped: facts.name)
            append(#"","mentions":["#)
            return
        }
        append(#"],"ids":{"#)
        var separator: StaticString = "\""
        for id in facts.ids {
            append(separator)
            separator = ",\""
            append(escaped: id.scheme)
            append(#"":""#)
            append(escaped: id.value)
            append("\"")
        }
        append("}")
        if let coordinates = facts.coordinates {
            append(#","coordinates":{"latitude":"#)
            append(decimal: coordinates.latitude)
            append(#","longitude":"#)
            append(decimal: coordinates.longitude)
            append("}")
        }
        append(facts.inLexicon ? #","source":"lexicon"}"# : "}")
    }

    private mutating func append(escaped text: String) {
        write(room: Pen.room(text)) { $0.put(escaped: text) }
    }
}
