-- Photos: their bytes are in the bucket under their id. One is `coming` until its bytes are there, `waiting` until a post takes
-- it, and `gone` from the moment on at which nobody sees it any more until its bytes are deleted. A veil is lifted by somebody
-- who is known here; the key shows it to its author before.
CREATE TABLE photo (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  media TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  colours TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'coming' CHECK (state IN ('coming', 'waiting', 'shown', 'gone')),
  thread INTEGER REFERENCES thread (n),
  reply INTEGER REFERENCES reply (n),
  place INTEGER,
  alt TEXT,
  veiled INTEGER NOT NULL DEFAULT 0 CHECK (veiled IN (0, 1)),
  judged_by TEXT REFERENCES member (id),
  judged_at INTEGER
)

CREATE INDEX photo_thread ON photo (thread, reply, place) WHERE thread IS NOT NULL

CREATE INDEX photo_member ON photo (member, at)

CREATE INDEX photo_unused ON photo (at) WHERE state IN ('coming', 'waiting')

CREATE INDEX photo_gone ON photo (n) WHERE state = 'gone'
