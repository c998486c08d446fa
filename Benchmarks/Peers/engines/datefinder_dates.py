import datefinder


def load():
    return lambda texts: {"dates": sum(1 for text in texts for _ in datefinder.find_dates(text))}
