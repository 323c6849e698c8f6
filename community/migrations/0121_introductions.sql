-- Statements are separated by empty lines.
-- What somebody who speaks for the brand shows of themselves beside it: a line, and a face. It belongs to their seat and goes with it.
CREATE TABLE introduction (
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  line TEXT,
  face TEXT,
  PRIMARY KEY (tenancy, member)
) WITHOUT ROWID

-- Faces: their bytes are in the bucket, the states are those of photos.
CREATE TABLE face (
  id TEXT PRIMARY KEY,
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  media TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'coming' CHECK (state IN ('coming', 'waiting', 'shown', 'gone'))
) WITHOUT ROWID
