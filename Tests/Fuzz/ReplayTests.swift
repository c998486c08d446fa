import Foundation
import SeededRandom
import Testing

/// Every seed and every find of the fuzzer keeps the promises of its target, and so do mutations of them.
///
/// What libFuzzer does for hours with what it learns of the program, this does for a moment without: the same mutations
/// in each run, or with `DRAGOMAN_FUZZ_SECONDS` others, for so long a target.
@Suite struct `Inputs of the fuzzer` {
    private static let seconds = ProcessInfo.processInfo.environment["DRAGOMAN_FUZZ_SECONDS"]
        .flatMap(Double.init)

    private static func target(_ name: String) throws -> FuzzTarget {
        try #require(FuzzTarget.all.first { $0.name == name })
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `Each is read again`(name: String) throws {
        let target = try Self.target(name)
        let inputs = try FuzzInputs(name).inputs
        #expect(!inputs.isEmpty, "no seeds")
        for input in inputs {
            #expect(throws: Never.self, "\(input.name)") { try target.run(input.bytes) }
        }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `Mutations keep the promises too`(name: String) throws {
        let target = try Self.target(name)
        let inputs = try FuzzInputs(name)
        var source =
            Self.seconds == nil ? SplitMix64(seed: 1) : SplitMix64(seed: .random(in: 0 ... .max))
        let end = Date() + (Self.seconds ?? 0)
        var count = 0
        while Self.seconds == nil ? count < 10 : Date() < end {
            count += 1
            let input = source.mutation(of: inputs)
            // Where it crashes, this file is left.
            if Self.seconds != nil { try Data(input).write(to: Self.last(name)) }
            do { try target.run(input) } catch {
                Issue.record("\(error): \(Data(input).base64EncodedString())")
                return
            }
        }
        if Self.seconds != nil { print("\(name): \(count) mutations") }
    }

    private static func last(_ name: String) -> URL {
        FileManager.default.temporaryDirectory.appending(path: "dragoman-fuzz-\(name)")
    }
}

extension SplitMix64 {
    /// A few changes to one input.
    fileprivate mutating func mutation(of inputs: FuzzInputs) -> [UInt8] {
        var bytes = inputs.inputs.randomElement(using: &self)?.bytes ?? []
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            let end = min(bytes.count, place + Int.random(in: 0...24, using: &self))
            switch Int.random(in: 0..<6, using: &self) {
            case 0 where place < bytes.count:
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &self)
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4:
                let other = inputs.inputs.randomElement(using: &self)?.bytes ?? []
                bytes = Array(bytes.prefix(place) + other.dropFirst(place))
            default:
                bytes.insert(contentsOf: inputs.words.randomElement(using: &self) ?? [0], at: place)
            }
        }
        return bytes
    }
}
