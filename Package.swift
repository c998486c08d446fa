// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Dragoman",
    products: [
        .library(name: "Dragoman", targets: ["Dragoman"]),
        .library(name: "Chronology", targets: ["Chronology"]),
        .executable(name: "dragoman", targets: ["Command"]),
        // libCDragoman.so, which Sources/CDragoman/include/dragoman.h declares.
        .library(name: "CDragoman", type: .dynamic, targets: ["CDragoman"]),
    ],
    targets: [
        // The only door to libicu: CLibICU finds it, CICU's header hides it.
        .systemLibrary(
            name: "CLibICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev", "pkg-config"])]),
        .target(name: "CICU", dependencies: ["CLibICU"]),
        // Bytes to bit masks.
        .target(name: "CScan"),
        // What reading and writing JSON and HTML asks of bytes.
        .target(name: "CText", exclude: ["references.py"]),
        // What the system says and Swift cannot ask.
        .target(name: "CSystem"),
        // The only door to libz and libzstd.
        .target(
            name: "CCompression",
            linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
        // The structures of Arrow's C data interface.
        .systemLibrary(name: "CArrow"),
        // The compiled lexicon and rules, embedded in the binary.
        .target(name: "CLexicon"),
        // The JSON Schemas of what is written, embedded in the command.
        .target(name: "CSchema"),

        // The rooms, in the order in which a document walks through them.
        .target(name: "Segmentation", dependencies: ["CICU", "CScan"]),
        .target(name: "Lexicon", dependencies: ["Segmentation", "CScan"]),
        .target(name: "Grammar", dependencies: ["Lexicon", "Segmentation", "CScan"]),
        .target(name: "Chronology"),
        .target(
            name: "Dragoman",
            dependencies: ["Segmentation", "Lexicon", "Grammar", "Chronology", "CLexicon", "CScan"]),
        .target(
            name: "Interchange",
            dependencies: ["Dragoman", "Chronology", "Segmentation", "CICU", "CText", "CArrow"]),
        .target(
            name: "CDragoman",
            dependencies: ["Interchange", "Dragoman", "Grammar", "Segmentation", "CArrow"],
            exclude: ["include", "exports.map"],
            // For programs that know nothing of Swift: the runtime goes in, and only the C functions come out.
            linkerSettings: [
                .unsafeFlags([
                    "-static-stdlib", "-Xlinker",
                    "--version-script=\(Context.packageDirectory)/Sources/CDragoman/exports.map",
                ])
            ]),
        .executableTarget(
            name: "Command",
            dependencies: [
                "Interchange", "Dragoman", "Grammar", "Lexicon", "Segmentation", "CCompression",
                "CSchema", "CSystem",
            ]),

        .executableTarget(
            name: "Accuracy", dependencies: ["Dragoman", "SeededRandom"],
            path: "Benchmarks/Accuracy",
            exclude: ["Texts", "run", "spacy_scores.py"]),
        .executableTarget(
            name: "Throughput",
            dependencies: [
                "CReferences", "Interchange", "Dragoman", "Grammar", "Lexicon", "Segmentation",
                "SeededRandom",
            ],
            path: "Benchmarks/Throughput"),
        // What Throughput compares with and measures by that Swift cannot reach.
        .target(
            name: "CReferences", dependencies: ["CLibICU"], path: "Benchmarks/CReferences"),

        // Random numbers that are the same in every run.
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        .testTarget(
            name: "SegmentationTests",
            dependencies: ["Segmentation", "CICU", "CScan", "SeededRandom"]),
        .testTarget(name: "LexiconTests", dependencies: ["Lexicon"]),
        .testTarget(name: "GrammarTests", dependencies: ["Grammar", "SeededRandom"]),
        .testTarget(
            name: "ChronologyTests", dependencies: ["Chronology", "CICUCalendars", "SeededRandom"]),
        .target(
            name: "CICUCalendars", dependencies: ["CLibICU"], path: "Tests/CICUCalendars",
            linkerSettings: [.linkedLibrary("icui18n")]),
        .testTarget(
            name: "DragomanTests", dependencies: ["Dragoman", "Interchange", "SeededRandom"]),
        .testTarget(
            name: "InterchangeTests",
            dependencies: ["Interchange", "CText", "CArrow", "SeededRandom"]),
        .testTarget(name: "CommandTests", dependencies: ["Command"]),
        .testTarget(name: "CDragomanTests", exclude: ["arrow.c", "consumer.c"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// The targets of fuzzing: replayed by the tests, or built into what libFuzzer drives (Tests/Fuzz/run).
let fuzzed: [Target.Dependency] = [
    "Command", "Interchange", "Dragoman", "Grammar", "Lexicon", "Segmentation", "Chronology",
]
let fuzzData = ["Dictionaries", "Finds", "Image", "README.md", "Seeds", "run", "soak"]
if Context.environment["DRAGOMAN_FUZZ"] == nil {
    package.targets.append(
        .testTarget(
            name: "FuzzTests", dependencies: fuzzed + ["SeededRandom"], path: "Tests/Fuzz",
            exclude: fuzzData + ["main.swift"]))
} else {
    // A program links no other program: the command goes in as a library.
    let command = package.targets.first { $0.name == "Command" }!
    package.products.removeAll { $0.name == "dragoman" }
    package.targets.removeAll { $0.name == "Command" || $0.type == .test }
    package.targets += [
        .target(
            name: "Command", dependencies: command.dependencies, exclude: ["main.swift"]),
        .executableTarget(
            name: "Fuzz", dependencies: fuzzed, path: "Tests/Fuzz",
            exclude: fuzzData + ["FuzzInputs.swift", "ReplayTests.swift"]),
    ]
}
