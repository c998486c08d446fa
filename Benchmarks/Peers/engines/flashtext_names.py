from flashtext import KeywordProcessor
from names import names


def load():
    processor = KeywordProcessor(case_sensitive=True)
    for name in names():
        processor.add_keyword(name)
    return lambda texts: {"names": sum(len(processor.extract_keywords(text)) for text in texts)}
