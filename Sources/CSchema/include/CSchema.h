#ifndef CSCHEMA_H
#define CSCHEMA_H

/// The JSON Schema of a line of `--output jsonl`, as UTF-8 that ends with 0.
const char *dragoman_json_schema(void);
/// That of a line of `--output rows`.
const char *dragoman_rows_schema(void);
/// That of a line of `--output timeline-jsonl`.
const char *dragoman_timeline_schema(void);

#endif
