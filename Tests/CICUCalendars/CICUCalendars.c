#include "CICUCalendars.h"

#include <stdio.h>
#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ustring.h>

CICUCalendar *cicu_calendar_open(const char *name) {
    UErrorCode error = U_ZERO_ERROR;
    int is_proleptic = strcmp(name, "gregorian-proleptic") == 0;
    int is_julian = strcmp(name, "julian") == 0;
    char locale[64];
    snprintf(locale, sizeof locale, "en@calendar=%s", is_proleptic || is_julian ? "gregorian" : name);
    UChar zone[8];
    u_uastrcpy(zone, "UTC");
    UCalendar *calendar = ucal_open(zone, -1, locale, UCAL_DEFAULT, &error);
    if (is_proleptic) ucal_setGregorianChange(calendar, -8.64e15, &error);
    if (is_julian) ucal_setGregorianChange(calendar, 8.64e15, &error);
    if (U_FAILURE(error)) {
        ucal_close(calendar);
        return NULL;
    }
    ucal_setAttribute(calendar, UCAL_FIRST_DAY_OF_WEEK, UCAL_MONDAY);
    ucal_setAttribute(calendar, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK, 4);
    return (CICUCalendar *)calendar;
}

void cicu_calendar_close(CICUCalendar *calendar) {
    if (calendar != NULL) ucal_close((UCalendar *)calendar);
}

CICUDate cicu_calendar_date(CICUCalendar *calendar, int64_t number) {
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *icu = (UCalendar *)calendar;
    ucal_setMillis(icu, (double)number * 86400000.0, &error);
    return (CICUDate){
        .era = ucal_get(icu, UCAL_ERA, &error),
        .year = ucal_get(icu, UCAL_YEAR, &error),
        .extended_year = ucal_get(icu, UCAL_EXTENDED_YEAR, &error),
        .month = ucal_get(icu, UCAL_MONTH, &error),
        .day = ucal_get(icu, UCAL_DATE, &error),
        .weekday = ucal_get(icu, UCAL_DAY_OF_WEEK, &error),
        .week = ucal_get(icu, UCAL_WEEK_OF_YEAR, &error),
        .week_year = ucal_get(icu, UCAL_YEAR_WOY, &error),
        .is_leap_month = ucal_get(icu, UCAL_IS_LEAP_MONTH, &error),
    };
}
