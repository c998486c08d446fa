import spacy
from names import names


def load():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names(32_000)])
    return lambda text: {"names": len(nlp(text).ents)}
