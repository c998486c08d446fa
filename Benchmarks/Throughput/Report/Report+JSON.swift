import Dragoman
import Interchange

extension Report {
    /// Writes the results, every run of them, with what they were measured on.
    func write(_ measurements: [Measurement], to path: String) throws {
        var json = JSONWriter(pretty: true)
        json.object { json in
            json.member("benchmark", "Throughput")
            json.member("machine", machine.description)
            json.member("command", command)
            json.key("corpus")
            json.object { json in
                json.member("name", corpusName)
                json.member("documents", corpus.documents.count)
                json.member("bytes", corpus.bytes)
                json.member("words", corpus.words)
                json.member("digest", String(corpus.digest, radix: 16))
            }
            json.key("cases")
            json.array { json in
                for measurement in measurements { json.write(measurement) }
            }
        }
        json.newline()
        try Files.write(json.bytes, to: path)
    }

    /// The command line, without the folders of whoever typed it.
    private var command: String {
        (["Throughput"] + CommandLine.arguments.dropFirst().map { Machine.name(ofPath: $0) })
            .joined(separator: " ")
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ measurement: Measurement) {
        object { json in
            json.member("group", measurement.benchmark.group)
            json.member("name", measurement.benchmark.name)
            json.member("bytes", measurement.answer.bytes)
            json.member("documents", measurement.answer.documents)
            if let words = measurement.words { json.member("words", words) }
            json.member("found", measurement.answer.items)
            json.member("peak", measurement.peak)
            json.key("nanoseconds")
            json.integers(measurement.samples.map(\.wall))
            json.key("processorNanoseconds")
            json.integers(measurement.samples.map(\.processor))
            let instructions = measurement.samples.compactMap(\.instructions)
            if !instructions.isEmpty {
                json.key("instructions")
                json.integers(instructions)
            }
        }
    }

    fileprivate mutating func member(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    fileprivate mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        integer(value)
    }

    private mutating func integers(_ values: [Int]) {
        array { json in
            for value in values { json.integer(value) }
        }
    }
}
