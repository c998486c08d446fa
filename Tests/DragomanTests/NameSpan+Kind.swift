@testable import Dragoman

extension NameSpan {
    init(tokens: Range<Int>, kind: Label) {
        self.init(tokens: tokens, label: NameTag.labels.firstIndex(of: kind)!)
    }
}
