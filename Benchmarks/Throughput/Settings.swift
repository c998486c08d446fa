import Glibc

/// What the command line asks for.
struct Settings {
    static let usage = """
        usage: Throughput [options]

          --corpus FILE     measure on a JSON Lines file (member `text`) and not on generated news
          --megabytes N     of text for the main cases (standard: 4); documents, scripts and
                            adversarial texts take at most 1
          --runs N          timed runs a case (standard: 5)
          --short           every case once, on a few KB: for continuous integration
          --only NAME       a group or a case; may be repeated
          --command FILE    the built dragoman (standard: the one beside this program)
          --lexicon FOLDER  the lexicon files that the generated news takes its names from
          --json FILE       write the results there too
          --list            only list the cases
          --write FILE      only write the texts of the main cases, as JSON Lines

        """

    var corpus: String?
    var size = 4_000_000
    var runs = 5
    var isShort = false
    var only: [String] = []
    var command: String?
    var lexicon = Settings.lexicons
    var json: String?
    var list = false
    var write: String?

    /// Size of the texts that are not the main ones.
    var partSize: Int { min(size, 1_000_000) }

    init(_ words: [String]) throws {
        var rest = words[...]
        func value(_ option: String) throws -> String {
            guard let value = rest.popFirst() else {
                throw BenchmarkError("\(option) needs a value")
            }
            return value
        }
        func number(_ option: String) throws -> Double {
            guard let number = Double(try value(option)), number > 0 else {
                throw BenchmarkError("\(option) needs a positive number")
            }
            return number
        }
        while let word = rest.popFirst() {
            switch word {
            case "--corpus": corpus = try value(word)
            case "--megabytes": size = Int(try number(word) * 1_000_000)
            case "--runs": runs = Int(try number(word))
            case "--only": only.append(try value(word))
            case "--command": command = try value(word)
            case "--lexicon": lexicon = try value(word)
            case "--json": json = try value(word)
            case "--list": list = true
            case "--write": write = try value(word)
            case "--short": (isShort, size, runs) = (true, 8_000, 1)
            default: throw BenchmarkError("unknown option \(word)\n\n\(Settings.usage)")
            }
        }
        if command == nil, access(Self.beside, X_OK) == 0 { command = Self.beside }
    }

    /// `dragoman` in the folder of this program.
    private static var beside: String {
        let path = CommandLine.arguments[0]
        return path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/dragoman"
    }

    /// `Lexicons/en` of the working copy that this was built from.
    private static var lexicons: String {
        let folders = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return (folders.dropLast(3) + ["Lexicons", "en"]).joined(separator: "/")
    }
}
