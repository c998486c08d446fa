import ahocorasick
from names import names


def load():
    automaton = ahocorasick.Automaton()
    for number, name in enumerate(names()):
        automaton.add_word(name, number)
    automaton.make_automaton()
    # Hits inside words count too: it knows no words.
    return lambda texts: {"names": sum(1 for text in texts for _ in automaton.iter_long(text))}
