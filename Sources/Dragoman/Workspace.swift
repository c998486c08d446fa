import Grammar
import Lexicon
import Segmentation
import Synchronization

/// What one worker needs for one document after another: ICU's iterators and the buffers.
final class Workspace {
    let segmenter: Segmenter
    var text = TokenBuffer()
    var hits = HitBuffer()
    let memory = FormMemory()
    let dateMemory = DateMemory()
    let matchers: [Matcher]
    /// What each matcher found in the text.
    var matches: [RuleMatches]
    let names: NameFinder
    let resolution = ResolutionMemory()
    /// By the place of the language.
    private(set) var dates: [Int: DateWorkspace] = [:]

    init(pipeline: Pipeline) throws(SegmentationError) {
        segmenter = try Segmenter()
        matchers = pipeline.rules.enumerated().map { Matcher($1, hasNotes: $0 == 0) }
        matches = pipeline.rules.map { RuleMatches($0) }
        names = NameFinder(pipeline.names)
    }

    /// Reads the dates of the text in a language other than the lexicon's own, which gives `nil`.
    func readDates(in language: Int, _ languages: LanguageKnowledge) -> DateWorkspace? {
        guard language != LanguageKnowledge.own else { return nil }
        if dates[language] == nil {
            // What can be wrong with an image was found when it was opened.
            do {
                dates[language] = try languages.knowledge(of: language).map(DateWorkspace.init)
            } catch { fatalError("\(error)") }
        }
        dates[language]?.read(text)
        return dates[language]
    }

    /// Has the segmenter keep what the rooms know of the forms of the last text.
    func keepNotes() {
        let (memory, names, matcher) = (memory, names, matchers.first)
        segmenter.keepNotes { form in
            FormNote(
                lexicon: memory.note(of: form), grammar: matcher?.note(of: form) ?? 0,
                names: names.note(of: form))
        }
    }

    /// A workspace where the first one could be opened: only want of memory stops the others.
    static func orTrap(pipeline: Pipeline) -> Workspace {
        do { return try Workspace(pipeline: pipeline) } catch { fatalError("\(error)") }
    }
}

/// Workspaces that no worker uses now.
final class WorkspacePool: Sendable {
    private struct Free: @unchecked Sendable {
        // Each is in one thread's hands at a time: the lock hands them over.
        var workspaces: [Workspace] = []
    }

    private let free = Mutex(Free())

    func take() -> Workspace? {
        let taken = free.withLock { Free(workspaces: $0.workspaces.popLast().map { [$0] } ?? []) }
        return taken.workspaces.first
    }

    func give(back workspace: Workspace) {
        let given = Free(workspaces: [workspace])
        free.withLock { $0.workspaces += given.workspaces }
    }
}
