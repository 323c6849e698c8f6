-- A comment is a reply that hangs on another one. `source` is a post as it was typed, for whoever changes it; `deleted` marks
-- the stone of a post that its author took back. A post that is removed without a ground is gone: its row is kept empty,
-- because others may point at it, and nobody sees it.
ALTER TABLE reply ADD COLUMN parent INTEGER REFERENCES reply (n)

ALTER TABLE reply ADD COLUMN source TEXT

ALTER TABLE reply ADD COLUMN edited INTEGER

ALTER TABLE reply ADD COLUMN deleted INTEGER

CREATE INDEX reply_conversation ON reply (thread, n) WHERE parent IS NULL

CREATE INDEX reply_comment ON reply (parent, n) WHERE parent IS NOT NULL

ALTER TABLE thread ADD COLUMN source TEXT

ALTER TABLE thread ADD COLUMN edited INTEGER

ALTER TABLE thread ADD COLUMN deleted INTEGER

ALTER TABLE thread ADD COLUMN danger INTEGER

CREATE INDEX thread_danger ON thread (danger) WHERE danger IS NOT NULL

ALTER TABLE thread ADD COLUMN mood TEXT

ALTER TABLE thread ADD COLUMN mood_words TEXT

ALTER TABLE thread ADD COLUMN mood_after TEXT

ALTER TABLE thread ADD COLUMN facts TEXT

ALTER TABLE thread ADD COLUMN not_solved INTEGER

ALTER TABLE thread ADD COLUMN said_version TEXT

-- Where the maker is reached in an emergency, with the tenancy in which it was said.
ALTER TABLE community ADD COLUMN emergency TEXT

ALTER TABLE community ADD COLUMN emergency_tenancy TEXT REFERENCES tenancy (id)

-- The pairs before → after, counted where they are read most.
CREATE INDEX thread_mood ON thread (mood, mood_after) WHERE mood_after IS NOT NULL

-- What a post said before it was changed; the present words stand with the post.
CREATE TABLE version (
  n INTEGER PRIMARY KEY,
  post TEXT NOT NULL,
  title TEXT,
  body TEXT NOT NULL,
  at INTEGER NOT NULL
)

CREATE INDEX version_post ON version (post, n)

-- What happened to a thread besides posts; `what` is the happening as the contract writes it. That it was claimed and released
-- is read from the claims themselves.
CREATE TABLE event (
  n INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES thread (n),
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL,
  reply INTEGER REFERENCES reply (n)
)

CREATE INDEX event_thread ON event (thread, at, n)

-- `tenancy` is set by the engine from the writer's authority; without one it is the operator's.
CREATE TABLE caution (
  n INTEGER PRIMARY KEY,
  reply INTEGER NOT NULL REFERENCES reply (n),
  member TEXT NOT NULL REFERENCES member (id),
  tenancy TEXT REFERENCES tenancy (id),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  withdrawn INTEGER
)

CREATE INDEX caution_live ON caution (reply, n) WHERE withdrawn IS NULL
