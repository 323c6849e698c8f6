-- Statements are separated by empty lines.
-- What the asker of an official thread and the company wrote to each other in private. The words are sealed under a key of the
-- tenancy that only the Worker can make. A note lives until its time is over or what it stands on ends, whichever is first.
CREATE TABLE private_note (
  n INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES thread (n),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  side TEXT NOT NULL CHECK (side IN ('brand', 'asker')),
  wanted TEXT,
  sealed TEXT NOT NULL,
  at INTEGER NOT NULL,
  until INTEGER NOT NULL
)

CREATE INDEX private_note_thread ON private_note (thread, n)

CREATE INDEX private_note_until ON private_note (until)

-- The asker's photos in them: no other table names them, so that nothing that shows photos can find one. Their bytes are in the bucket,
-- sealed like the words. The states are those of other photos.
CREATE TABLE private_photo (
  id TEXT PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES thread (n),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  media TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'coming' CHECK (state IN ('coming', 'waiting', 'shown', 'gone')),
  note INTEGER,
  place INTEGER
) WITHOUT ROWID

CREATE INDEX private_photo_note ON private_photo (note, place) WHERE note IS NOT NULL
