import Dragoman
import Interchange
import Segmentation

/// How documents are written: the values of `--output`.
enum OutputFormat: String, CaseIterable {
    case json, jsonl, tsv, rows, timeml, timeline
    case timelineJSONL = "timeline-jsonl"
    case html, conll, spacy, brat, webannotation, gate, cas, labelstudio, doccano, prodigy

    /// The unit in which what reads the format counts; `nil` where `--offsets` says it, or where there are no offsets.
    private var fixedUnit: OffsetUnit? {
        switch self {
        case .spacy, .brat, .webannotation, .gate, .labelstudio, .doccano, .prodigy: .codepoint
        case .cas: .utf16
        case .json, .jsonl, .tsv, .rows, .timeml, .timeline, .timelineJSONL, .html, .conll: nil
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
        case .conll: "conllup"
        case .brat: "ann"
        case .webannotation: "jsonld"
        case .gate: "bdocjs"
        }
    }

    /// Makes the writer that the options ask for.
    ///
    /// - Throws: `UsageError` for options that the format cannot have.
    func writer(_ arguments: Arguments, _ extractor: Extractor) throws -> any DocumentWriter {
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
        return switch self {
        case .json, .jsonl: JSONDocumentWriter(unit: unit, pretty: pretty)
        case .tsv: TSVDocumentWriter(unit: unit)
        case .rows: RowsDocumentWriter(unit: unit)
        case .timeml: TimeMLDocumentWriter(keepsLines: pretty)
        case .timeline: TimelineDocumentWriter(unit: unit)
        case .timelineJSONL: TimelineDocumentWriter(unit: unit, isJSON: true)
        case .html: HTMLDocumentWriter(states: StateNames(extractor.lexicon))
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
}
