-- One act of claiming holds its claims together: it can be undone for ten minutes, and then those concerned are told, once a person.
CREATE TABLE claiming (
  id TEXT PRIMARY KEY,
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  by TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  hello INTEGER REFERENCES thread (n),
  told INTEGER,
  undone INTEGER
)

ALTER TABLE claim ADD COLUMN act TEXT REFERENCES claiming (id)

ALTER TABLE claim ADD COLUMN undone INTEGER

CREATE INDEX claim_act ON claim (act) WHERE act IS NOT NULL

-- An opening post that somebody with authority wrote: for whom, and under which name.
ALTER TABLE thread ADD COLUMN tenancy TEXT REFERENCES tenancy (id)

ALTER TABLE thread ADD COLUMN spoken_by TEXT

ALTER TABLE tiding ADD COLUMN thread INTEGER REFERENCES thread (n)

ALTER TABLE tiding ADD COLUMN number INTEGER

-- A thread that was old when it was claimed has left the arrival tray.
CREATE TABLE arrival (
  thread INTEGER NOT NULL REFERENCES thread (n),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  what TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (tenancy, thread)
) WITHOUT ROWID

-- Who of the company works on a thread.
CREATE TABLE taken (
  thread INTEGER NOT NULL REFERENCES thread (n),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (tenancy, thread)
) WITHOUT ROWID

-- What colleagues tell one another on a thread.
CREATE TABLE note (
  n INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES thread (n),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  body TEXT NOT NULL,
  at INTEGER NOT NULL
)

CREATE INDEX note_thread ON note (thread, tenancy, n)

CREATE TABLE saved_reply (
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenancy, title)
) WITHOUT ROWID

CREATE TABLE hours (
  tenancy TEXT PRIMARY KEY REFERENCES tenancy (id),
  ahead INTEGER NOT NULL,
  week TEXT NOT NULL,
  holidays TEXT NOT NULL,
  goal INTEGER NOT NULL
)
