"""Who, where, when and which treaty: people, organizations, places, dates and treaties in texts.

>>> from dragoman import Extractor
>>> for mention in Extractor().extract("Taro Kono was in Munich on 16 February 2019.").mentions:
...     print(mention.label, mention.text)
PERSON Taro Kono
PLACE Munich
DATE 16 February 2019
"""

from ._library import version
from .dates import CalendarDate, DateValue
from .documents import Anchor, Document, Evidence, InputWarning, Lengths, Mention
from .entities import Coordinates, Entity, Role
from .errors import DragomanError
from .extractor import Extractor, Input, Label, Profile
from .treaties import Candidate, Contradiction, Ratification, TreatyRecord

__version__ = version

__all__ = [
    "Anchor",
    "CalendarDate",
    "Candidate",
    "Contradiction",
    "Coordinates",
    "DateValue",
    "Document",
    "DragomanError",
    "Entity",
    "Evidence",
    "Extractor",
    "Input",
    "InputWarning",
    "Label",
    "Lengths",
    "Mention",
    "Profile",
    "Ratification",
    "Role",
    "TreatyRecord",
    "version",
]
