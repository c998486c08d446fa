/// Where the machine stands when it has taken a token, or before the first: the ways on from there.
///
/// Code is walked from one test of a token to the next when rules are linked, so that the machine need not: of the
/// branches from a junction it sees at once which the next token allows.
struct Junction: BitwiseCopyable {
    /// Branches, in the order of preference, and then guards follow it in ``Junctions/words``.
    var branchCount: UInt8 = 0
    var guardCount: UInt8 = 0
    /// The memory cell of a junction that can be reached in several ways.
    var cell = Junction.noCell
    /// One bit a branch: it must be tried whatever the letter is, since it takes no token or looks back for a hit.
    var always: UInt32 = 0
    /// It takes a hit, which a phrase that starts here can be.
    var ofHits: UInt32 = 0
    /// It may be taken although the text before it is closed: it takes no token, or asks for a paragraph's start.
    var unbound: UInt32 = 0

    static let noCell = UInt16.max
    static let mostBranches = 32

    /// Whether there is one way on, which takes no token: the end of most patterns.
    @inline(__always)
    var isEnd: Bool { branchCount == 1 && guardCount == 0 && always & unbound == 1 }
}

/// A way on from a junction: what is asked of the gap, what captures open and close, and what is taken then.
struct Branch: BitwiseCopyable {
    enum Kind: UInt8, BitwiseCopyable {
        /// The pattern holds.
        case match
        /// Goes on at another junction, nothing taken.
        case go
        /// Takes a token that passes the test, or a hit.
        case token, hit
    }

    var kind: Kind
    /// Whether the gap must be a paragraph's start, which opens a closed text.
    var isLicensing: Bool
    /// Entries of ``Junctions/actions``: first the gaps, then the captures, then the set of classes of a hit.
    var gapCount: UInt8
    var captureCount: UInt8
    var firstAction: UInt32
    /// The junction it leads to.
    var target: UInt32 = 0
    /// The test of the token; 0 if none is taken.
    var test: UInt32 = 0

    static let none = Branch(
        kind: .match, isLicensing: false, gapCount: 0, captureCount: 0, firstAction: 0)
}

/// A test that must fail for some branches of a junction.
struct BranchGuard: BitwiseCopyable {
    var test: UInt32
    /// The set of classes if it asks for a hit; ``noClasses`` if not.
    var classes: UInt32
    var branches: UInt32
    private var unused: UInt32 = 0

    static let noClasses = UInt32.max
    static let none = BranchGuard(test: 0, classes: noClasses, branches: 0)

    init(test: UInt32, classes: UInt32, branches: UInt32) {
        self.test = test
        self.classes = classes
        self.branches = branches
    }
}

/// What a branch asks and does at the place where it starts, or the classes it looks for.
struct BranchAction: BitwiseCopyable {
    var gap: Instruction.Operation = .space
    /// Of a gap: it must not be so. Of a capture: it ends.
    var flag = false
    // Nothing in an image is left to chance.
    let unused: UInt16 = 0
    /// Of a capture its slot; of a hit its set of classes.
    var number: UInt32 = 0
}

/// The junctions of all rules.
///
/// A junction, its branches and its guards lie side by side, sixteen bytes each, so that the machine fetches them at
/// once; the number of a junction is its place among them.
struct Junctions: Sendable {
    let words: Pinned<Words>
    let actions: Pinned<BranchAction>

    init(words: Pinned<Words>, actions: Pinned<BranchAction>) {
        self.words = words
        self.actions = actions
    }

    init(_ reader: inout LinkedReader) {
        words = reader.table()
        actions = reader.table()
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(words)
        writer.put(actions)
    }

    /// The bytes of a ``Junction``, a ``Branch`` or a ``BranchGuard``.
    typealias Words = SIMD4<UInt32>
}

/// Unsafe: what is read is what was written there.
struct JunctionReader {
    private let bytes: UnsafeRawPointer

    init(_ junctions: Junctions) {
        bytes = UnsafeRawPointer(junctions.words.elements.baseAddress!)
    }

    @inline(__always)
    func junction(_ number: Int) -> Junction {
        bytes.load(fromByteOffset: number &* 16, as: Junction.self)
    }

    /// - Parameter place: of the branch at its junction.
    @inline(__always)
    func branch(_ place: Int, at number: Int) -> Branch {
        bytes.load(fromByteOffset: (number &+ 1 &+ place) &* 16, as: Branch.self)
    }

    @inline(__always)
    func test(_ place: Int, at number: Int) -> UInt32 {
        bytes.load(fromByteOffset: (number &+ 1 &+ place) &* 16 &+ 12, as: UInt32.self)
    }

    /// - Parameter place: after the last branch of the junction.
    @inline(__always)
    func branchGuard(_ place: Int, at number: Int) -> BranchGuard {
        bytes.load(fromByteOffset: (number &+ 1 &+ place) &* 16, as: BranchGuard.self)
    }

    /// Hands the tests to `body` after which the pattern holds whatever comes then, with those that must fail.
    func forEachSureTest(at number: Int, _ body: (_ test: UInt32, _ failed: [UInt32]) -> Void) {
        let from = junction(number)
        let guards = (0..<Int(from.guardCount)).map {
            branchGuard(Int(from.branchCount) + $0, at: number)
        }
        for place in 0..<Int(from.branchCount) {
            let branch = branch(place, at: number)
            guard branch.kind == .token || branch.kind == .hit, branch.gapCount == 0,
                isEnd(Int(branch.target))
            else { continue }
            body(branch.test, guards.filter { $0.branches >> UInt32(place) & 1 != 0 }.map(\.test))
        }
    }

    /// Whether a pattern holds wherever it comes to a junction.
    private func isEnd(_ number: Int) -> Bool {
        let junction = junction(number)
        return junction.guardCount == 0
            && (0..<Int(junction.branchCount)).contains {
                let branch = branch($0, at: number)
                return branch.kind == .match && branch.gapCount == 0
            }
    }
}
