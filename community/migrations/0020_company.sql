-- `told` is the standing that everybody was told of last; `recovery` is the hash of the code that was printed, made at
-- `recovery_at`; `purged` is when what was private of a former company went.
ALTER TABLE tenancy ADD COLUMN told TEXT NOT NULL DEFAULT 'fresh'

ALTER TABLE tenancy ADD COLUMN recovery TEXT

ALTER TABLE tenancy ADD COLUMN recovery_at INTEGER

ALTER TABLE tenancy ADD COLUMN purged INTEGER

-- `told` is when everybody was told that this person acts now, `taken` when they first did anything, `invited` when they were invited.
ALTER TABLE seat ADD COLUMN told INTEGER

ALTER TABLE seat ADD COLUMN taken INTEGER

ALTER TABLE seat ADD COLUMN invited INTEGER

UPDATE seat SET told = since, taken = since

-- How many looks in a row saw nothing: the next one comes the sooner.
ALTER TABLE proof ADD COLUMN misses INTEGER NOT NULL DEFAULT 0

-- A sitting owner objects to somebody who has proven the domain and is about to join. It holds while the owner's DNS proof does.
CREATE TABLE objection (
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  by TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (tenancy, member)
) WITHOUT ROWID

-- An owner is to be removed: at a moment, or once a second owner says so too.
CREATE TABLE removal (
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  member TEXT NOT NULL REFERENCES member (id),
  by TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  until INTEGER,
  PRIMARY KEY (tenancy, member)
) WITHOUT ROWID

-- News of the brand's place for somebody concerned: whom it is about is looked up when it is written. `once` makes the same news
-- the same mail.
CREATE TABLE tiding (
  seq INTEGER PRIMARY KEY,
  once TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL REFERENCES member (id),
  what TEXT NOT NULL,
  who TEXT REFERENCES member (id),
  moment INTEGER,
  role TEXT,
  made INTEGER NOT NULL,
  at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0
)

CREATE INDEX tiding_at ON tiding (at) WHERE at IS NOT NULL
