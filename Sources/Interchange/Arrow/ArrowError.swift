/// What is wrong with a batch that another library handed over.
package struct ArrowError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
