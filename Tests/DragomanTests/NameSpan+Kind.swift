@testable import Dragoman

extension NameSpan {
    init(tokens: Range<Int>, kind: Label) {
        self.init(
            first: UInt32(tokens.lowerBound), last: UInt32(tokens.upperBound - 1),
            label: NameTag.labels.firstIndex(of: kind)!)
    }
}
