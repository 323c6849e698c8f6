-- Statements are separated by empty lines.
-- Keys of the brand's own programs: only a hash of each, and how it begins. `began` and `count` are the window in which its requests are
-- counted. A key that is revoked, or whose maker loses their seat, loses its row; the record says so.
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  shown TEXT NOT NULL,
  scopes TEXT NOT NULL,
  made INTEGER NOT NULL,
  maker TEXT NOT NULL REFERENCES member (id),
  until INTEGER NOT NULL,
  used INTEGER,
  began INTEGER NOT NULL,
  count INTEGER NOT NULL
) WITHOUT ROWID
