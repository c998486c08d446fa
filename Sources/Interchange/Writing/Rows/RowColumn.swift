/// The columns of a table with a mention a row, in their order.
///
/// Every row has every column, so that what a table looks like does not hang on the texts: of what there is none of, a
/// text is empty.
enum RowColumn: Int, CaseIterable {
    /// The document's.
    case id
    /// Number of the sentence that the mention starts in, from 1.
    case sentence
    /// Number of the mention in the document, from 0, as JSON lists them.
    case mention
    /// That of the mention that it stands in; its own, if it stands in none.
    case outer
    /// The unit in which `start` and `end` count.
    case offsets
    case start, end
    case text, label
    /// Of the entity; ids as `wikidata:Q17`, with `|` between them.
    case entity, name, ids
    /// The TIMEX3 value of a date, the name of another's entity.
    case value
    /// Of a date.
    case edtf, earliest, latest, grain, resolution
    case rule

    /// What it is called.
    var name: StaticString {
        switch self {
        case .id: "id"
        case .sentence: "sentence"
        case .mention: "mention"
        case .outer: "outer"
        case .offsets: "offsets"
        case .start: "start"
        case .end: "end"
        case .text: "text"
        case .label: "label"
        case .entity: "entity"
        case .name: "name"
        case .ids: "ids"
        case .value: "value"
        case .edtf: "edtf"
        case .earliest: "earliest"
        case .latest: "latest"
        case .grain: "grain"
        case .resolution: "resolution"
        case .rule: "rule"
        }
    }

    /// Whether it holds numbers, and not texts.
    var isNumber: Bool {
        switch self {
        case .sentence, .mention, .outer, .start, .end: true
        default: false
        }
    }
}
