import blingfire


def load():
    # It gives one string with a space between words.
    return lambda text: {"words": blingfire.text_to_words(text).count(" ") + 1}
