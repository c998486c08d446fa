#include "CSchema.h"

// Embedded, so that the command says what it writes wherever it is.
static const char json[] = {
#embed "json.schema.json" suffix(, 0)
};

static const char rows[] = {
#embed "rows.schema.json" suffix(, 0)
};

static const char timeline[] = {
#embed "timeline.schema.json" suffix(, 0)
};

const char *dragoman_json_schema(void) { return json; }

const char *dragoman_rows_schema(void) { return rows; }

const char *dragoman_timeline_schema(void) { return timeline; }
