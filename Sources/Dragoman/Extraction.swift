import Grammar
import Lexicon
import Segmentation

/// One document on its way through the rooms.
struct Extraction {
    let options: Extractor.Options
    let pipeline: Pipeline
    let tokens: TokenBuffer
    let hits: HitBuffer
    let matches: [RuleMatches]
    let names: NameFinder
    let dateMemory: DateMemory
    let language: Language
    /// The dates of a text in another language than the lexicon's own.
    let foreignDates: DateWorkspace?
    let resolution: ResolutionMemory
    /// Document creation time as the caller gave it.
    let date: String?

    init(
        utf8: UnsafeBufferPointer<UInt8>, date: String?, options: Extractor.Options,
        pipeline: Pipeline, workspace: Workspace
    ) {
        self.options = options
        self.pipeline = pipeline
        self.date = date
        resolution = workspace.resolution
        workspace.segmenter.segment(lent: utf8, into: &workspace.text)
        pipeline.lexicon.findHits(
            in: &workspace.text, into: &workspace.hits, workspace.memory)
        tokens = workspace.text
        names = workspace.names
        hits = workspace.hits
        dateMemory = workspace.dateMemory
        for (number, matcher) in workspace.matchers.enumerated() {
            matcher.match(
                workspace.text, hits: workspace.hits, into: &workspace.matches[number])
        }
        matches = workspace.matches
        let place = pipeline.languages.language(of: tokens.tokens)
        language = pipeline.languages.languages[place]
        foreignDates = workspace.readDates(in: place, pipeline.languages)
    }
}
