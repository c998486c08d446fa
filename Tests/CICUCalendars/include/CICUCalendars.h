// ICU's calendars, the referees of the tests. They stand here and not in CICU because no program that ships asks them:
// libicui18n would have to be loaded at every start. As in CICU, no ICU type is shown.
#ifndef CICU_CALENDARS_H
#define CICU_CALENDARS_H

#include <stdint.h>

/// A calendar of ICU, in UTC, whose weeks are those of ISO 8601.
typedef struct CICUCalendar CICUCalendar;

/// A day as a calendar has it.
typedef struct {
    int32_t era, year, extended_year, month, day, weekday, week, week_year, is_leap_month;
} CICUDate;

/// Opens a calendar by its CLDR name (`islamic-civil`, `hebrew`, `japanese`), or one of the two without a change of
/// calendar in 1582: `gregorian-proleptic`, `julian`. NULL on failure; to be closed by `cicu_calendar_close`.
CICUCalendar *_Nullable cicu_calendar_open(const char *_Nonnull name);

/// Closes the calendar.
void cicu_calendar_close(CICUCalendar *_Nullable calendar);

/// The day that is `number` days after 1970-01-01. Months count from 0, weekdays from 1 (Sunday).
CICUDate cicu_calendar_date(CICUCalendar *_Nonnull calendar, int64_t number);

#endif
