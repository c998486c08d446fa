import spacy


def load():
    nlp = spacy.blank("en")
    return lambda texts: {"words": sum(len(nlp.make_doc(text)) for text in texts)}
