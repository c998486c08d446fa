import Glibc

signal(SIGPIPE, SIG_DFL)
do {
    exit(try DragomanCommand.run(Array(CommandLine.arguments.dropFirst())))
} catch {
    Console.complain("\(error)")
    exit(ExitCode.of(error))
}
