/// What the rooms after segmentation have noted of a spelled form, in their own writing: 0 where nothing is noted.
///
/// It stands with the form itself, so that whoever reads token after token need not fetch it from elsewhere.
public struct FormNote: BitwiseCopyable, Sendable, Equatable {
    /// What the lexicon knows of the form.
    public var lexicon: UInt64
    /// What the rules know of it.
    public var grammar: UInt32
    /// What the model of names knows of it.
    public var names: UInt8

    /// The notes of all three.
    public init(lexicon: UInt64 = 0, grammar: UInt32 = 0, names: UInt8 = 0) {
        self.lexicon = lexicon
        self.grammar = grammar
        self.names = names
    }
}
