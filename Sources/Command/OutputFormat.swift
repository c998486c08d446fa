import Dragoman
import Interchange
import Segmentation

/// How documents are written: the values of `--output`.
enum OutputFormat: String, OptionChoice {
    case json, jsonl, tsv, rows, timeml, timeline
    case timelineJSONL = "timeline-jsonl"
    case html, text, conll, spacy, brat, webannotation, gate, cas, labelstudio, doccano, prodigy

    var summary: String {
        switch self {
        case .json: "an object a document"
        case .jsonl: "the same, each on a line"
        case .tsv: "a mention a line, tabs between fields"
        case .rows: "a mention a row, as JSON Lines for tables"
        case .timeml:
            "TimeML with inline TIMEX3; labels are DATE,TIME,DURATION,SET and the profile is timeml unless others are given"
        case .timeline:
            "the dated events of each document in their order, a row a line, which starts with a key: LC_ALL=C sort brings a corpus into one order"
        case .timelineJSONL: "the same, an object a line"
        case .html: "one page to read, with nested names, for all documents"
        case .text:
            "the text to read, its mentions marked: in colour on a terminal, else in brackets"
        case .conll: "CoNLL-U Plus with IOB2 tags, a token a line"
        case .spacy: "for spaCy's Doc.from_json and displaCy, an object a line"
        case .brat: "the .ann file of one text, or with --output-dir of each, its .txt beside it"
        case .webannotation: "W3C Web Annotation, a page a line"
        case .gate: "for GATE and gatenlp (bdocjs), an object a line"
        case .cas: "UIMA's JSON CAS, an object a line"
        case .labelstudio: "for Label Studio, a task a line"
        case .doccano: "for doccano, a task a line"
        case .prodigy: "for Prodigy, a task a line"
        }
    }

    /// The unit in which what reads the format counts; `nil` where `--offsets` says it, or where there are no offsets.
    private var fixedUnit: OffsetUnit? {
        switch self {
        case .spacy, .brat, .webannotation, .gate, .labelstudio, .doccano, .prodigy: .codepoint
        case .cas: .utf16
        case .json, .jsonl, .tsv, .rows, .timeml, .timeline, .timelineJSONL, .html, .text, .conll:
            nil
        }
    }

    /// How files end that have one document.
    var fileExtension: String {
        switch self {
        case .json, .jsonl, .spacy, .cas, .labelstudio: "json"
        case .rows, .timelineJSONL, .doccano, .prodigy: "jsonl"
        case .tsv, .timeline: "tsv"
        case .timeml: "tml"
        case .html: "html"
        case .text: "txt"
        case .conll: "conllup"
        case .brat: "ann"
        case .webannotation: "jsonld"
        case .gate: "bdocjs"
        }
    }

    /// Makes the writer that the options ask for.
    ///
    /// - Throws: `UsageError` for options that the format cannot have.
    func writer(
        _ arguments: Arguments, _ input: InputOptions, _ extractor: Extractor
    ) throws -> any DocumentWriter {
        let unit = try arguments.choice("offsets", fixedUnit ?? .codepoint)
        if let fixed = fixedUnit, unit != fixed {
            throw UsageError(
                description: "--output \(rawValue) counts in \(fixed.rawValue), "
                    + "not in \(unit.rawValue)")
        }
        let pretty = arguments.has("pretty")
        if pretty && self != .json && self != .timeml {
            throw UsageError(description: "--pretty goes with --output json or timeml")
        }
        let color = try arguments.choice("color", ColorUse.auto)
        if arguments.has("color") && self != .text {
            throw UsageError(description: "--color goes with --output text")
        }
        return switch self {
        case .json, .jsonl: JSONDocumentWriter(unit: unit, pretty: pretty)
        case .tsv: TSVDocumentWriter(unit: unit)
        case .rows: RowsDocumentWriter(unit: unit)
        case .timeml: TimeMLDocumentWriter(keepsLines: pretty)
        case .timeline: TimelineDocumentWriter(unit: unit)
        case .timelineJSONL: TimelineDocumentWriter(unit: unit, isJSON: true)
        case .html: HTMLDocumentWriter(states: StateNames(extractor.lexicon))
        case .text:
            TextDocumentWriter(
                isColored: color.isOn(toFiles: arguments.has("output-dir")),
                hasHeadings: Self.hasHeadings(arguments, input))
        case .conll: try CoNLLDocumentWriter(unit: unit)
        case .spacy: try SpacyDocumentWriter()
        case .brat: BratDocumentWriter()
        case .webannotation: WebAnnotationDocumentWriter()
        case .gate: GATEDocumentWriter()
        case .cas: try CASDocumentWriter()
        case .labelstudio: LabelStudioDocumentWriter()
        case .doccano: DoccanoDocumentWriter()
        case .prodigy: try ProdigyDocumentWriter()
        }
    }

    /// Whether there may be several texts that one would not tell apart without headings: lines are told apart.
    private static func hasHeadings(_ arguments: Arguments, _ input: InputOptions) -> Bool {
        if arguments.has("output-dir") { return false }
        return switch input.format(of: arguments.operands.first ?? "-") {
        case .text, .html: arguments.operands.count > 1
        case .lines: false
        case .jsonl, .csv, .tsv, .warc: true
        }
    }
}
