"""The values of dates, times, durations and sets."""

from __future__ import annotations

from dataclasses import dataclass, field

from ._raw import Raw, take


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """How a date is written by another calendar than the Gregorian."""

    name: str
    value: str
    era: str | None = None
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> CalendarDate:
        return cls(
            name=raw.pop("name"), value=raw.pop("value"), era=raw.pop("era", None), extra=raw
        )


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a temporal expression stands for."""

    type: str
    """TIMEX3 type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``."""
    timex: str
    """TIMEX3 value: ``2019-02-12``, ``2019-02-15/2019-02-17``, ``P3D``, ``PRESENT_REF``."""
    resolution: str
    """How the value was reached: ``explicit``, ``anchored``, ``inferred``, ``ambiguous`` or ``unresolved``."""
    edtf: str | None = None
    """EDTF (ISO 8601-2), where there is one."""
    earliest: str | None = None
    """The first day, ISO 8601, where it is known."""
    latest: str | None = None
    """The last day, which belongs to it."""
    grain: str | None = None
    """``day``, ``month``, ``year``, ``decade``, …: never finer than the text."""
    mod: str | None = None
    """TIMEX3 ``mod``: ``START``, ``MID``, ``END``, ``APPROX``, …"""
    quant: str | None = None
    """TIMEX3 ``quant`` of a set: ``EVERY``, ``EACH``."""
    freq: str | None = None
    """TIMEX3 ``freq`` of a set: ``2X``, ``3D``."""
    begin_point: str | None = None
    """TIMEX3 value of the time at which a duration or range begins."""
    end_point: str | None = None
    """TIMEX3 value of the time at which it ends."""
    alternatives: tuple[str, ...] = ()
    """TIMEX3 values of the other readings."""
    calendar: CalendarDate | None = None
    extra: Raw = field(default_factory=dict, hash=False)

    @classmethod
    def read(cls, raw: Raw) -> DateValue:
        return cls(
            type=raw.pop("type"),
            timex=raw.pop("timex"),
            resolution=raw.pop("resolution"),
            edtf=raw.pop("edtf", None),
            earliest=raw.pop("earliest", None),
            latest=raw.pop("latest", None),
            grain=raw.pop("grain", None),
            mod=raw.pop("mod", None),
            quant=raw.pop("quant", None),
            freq=raw.pop("freq", None),
            begin_point=raw.pop("beginPoint", None),
            end_point=raw.pop("endPoint", None),
            alternatives=tuple(raw.pop("alternatives", ())),
            calendar=take(raw, "calendar", CalendarDate.read),
            extra=raw,
        )
