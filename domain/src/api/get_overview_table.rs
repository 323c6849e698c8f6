//! `GET /v1/communities/{brand}/overview-table`: the overview as CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read it). Cells that a
//! spreadsheet would take for a formula begin with an apostrophe.
