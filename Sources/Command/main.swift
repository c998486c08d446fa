import Glibc

signal(SIGPIPE, SIG_DFL)
do {
    exit(try DragomanCommand.run(Environment.arguments))
} catch {
    Console.complain("\(error)")
    exit(ExitCode.of(error))
}
