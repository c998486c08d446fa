from flashtext2 import KeywordProcessor
from names import names


def load():
    processor = KeywordProcessor(case_sensitive=True)
    processor.add_keywords_from_iter(names())
    return lambda text: {"names": len(processor.extract_keywords_with_span(text))}
