import datefinder


def load():
    return lambda text: {"dates": sum(1 for _ in datefinder.find_dates(text))}
