from dateparser.search import search_dates


def load():
    def find(texts):
        # Line by line: its time grows faster than the text.
        lines = [line for text in texts for line in text.splitlines() if line.strip()]
        return {"dates": sum(len(search_dates(line, languages=["en"]) or ()) for line in lines)}

    return find
