-- What somebody said against a post, a photo, a name or the badge (`about`). Rows are only added; what becomes of them is read from
-- the decisions. `who` counts a person once: a member, the brand's tenancy, or a network by its hash of that day. `receipt` is the
-- hash of an outsider's key.
CREATE TABLE flag (
  n INTEGER PRIMARY KEY,
  about TEXT NOT NULL,
  who TEXT NOT NULL,
  asked TEXT NOT NULL,
  ground TEXT NOT NULL,
  weight INTEGER NOT NULL,
  hid INTEGER NOT NULL DEFAULT 0,
  guest INTEGER NOT NULL DEFAULT 0,
  network TEXT,
  words TEXT,
  receipt TEXT UNIQUE,
  at INTEGER NOT NULL
)

CREATE UNIQUE INDEX flag_once ON flag (about, who)

CREATE INDEX flag_who ON flag (who, at)

CREATE INDEX flag_network ON flag (about, network) WHERE network IS NOT NULL

CREATE TRIGGER flag_is_not_edited BEFORE UPDATE OF n, about, asked, ground, weight, hid, guest, at ON flag BEGIN
  SELECT RAISE(ABORT, 'flags are append-only');
END

CREATE TRIGGER flag_is_not_deleted BEFORE DELETE ON flag BEGIN
  SELECT RAISE(ABORT, 'flags are append-only');
END

-- What an author said against a hold (no decision yet) or against a decision.
CREATE TABLE appeal (
  n INTEGER PRIMARY KEY,
  about TEXT NOT NULL,
  decision INTEGER NOT NULL DEFAULT 0,
  member TEXT NOT NULL REFERENCES member (id),
  words TEXT,
  at INTEGER NOT NULL
)

CREATE UNIQUE INDEX appeal_once ON appeal (about, decision)

CREATE TRIGGER appeal_is_not_edited BEFORE UPDATE OF n, about, decision, at ON appeal BEGIN
  SELECT RAISE(ABORT, 'appeals are append-only');
END

CREATE TRIGGER appeal_is_not_deleted BEFORE DELETE ON appeal BEGIN
  SELECT RAISE(ABORT, 'appeals are append-only');
END

-- What the operator decided. It settles the flags up to the number `upto`, and the appeal, if there was one. `beyond` is where it
-- goes on, or the product it went to.
CREATE TABLE decision (
  n INTEGER PRIMARY KEY,
  about TEXT NOT NULL,
  verdict TEXT NOT NULL,
  ground TEXT,
  asked TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES member (id),
  upto INTEGER NOT NULL,
  appeal INTEGER REFERENCES appeal (n),
  beyond TEXT,
  words TEXT,
  at INTEGER NOT NULL
)

CREATE INDEX decision_about ON decision (about, n)

CREATE TRIGGER decision_is_not_edited BEFORE UPDATE OF n, about, verdict, ground, asked, by, upto, appeal, beyond, at ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only');
END

CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision BEGIN
  SELECT RAISE(ABORT, 'decisions are append-only');
END

-- What waits for the operator now; nothing waits where `waits` is empty. `told` is whether the directory knows of it.
CREATE TABLE matter (
  about TEXT PRIMARY KEY,
  waits TEXT,
  ground TEXT NOT NULL,
  weight INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL
) WITHOUT ROWID

CREATE INDEX matter_waits ON matter (since) WHERE waits IS NOT NULL

ALTER TABLE community ADD COLUMN house_changed INTEGER NOT NULL DEFAULT 0

CREATE TRIGGER matter_is_new AFTER INSERT ON matter BEGIN
  UPDATE community SET house_changed = 1;
END

CREATE TRIGGER matter_changed AFTER UPDATE ON matter BEGIN
  UPDATE community SET house_changed = 1;
END

-- Whatever is held, by whomever, waits to be looked at; what its author took back does not any more.
CREATE TRIGGER thread_held_at_first AFTER INSERT ON thread WHEN new.visibility = 'held' BEGIN
  INSERT INTO matter (about, waits, ground, hidden, since) VALUES (new.id, 'held', new.ground, 1, new.at)
    ON CONFLICT (about) DO UPDATE SET waits = coalesce(waits, 'held'), ground = excluded.ground, hidden = 1;
END

CREATE TRIGGER reply_held_at_first AFTER INSERT ON reply WHEN new.visibility = 'held' BEGIN
  INSERT INTO matter (about, waits, ground, hidden, since) VALUES (new.id, 'held', new.ground, 1, new.at)
    ON CONFLICT (about) DO UPDATE SET waits = coalesce(waits, 'held'), ground = excluded.ground, hidden = 1;
END

CREATE TRIGGER thread_held AFTER UPDATE OF visibility ON thread WHEN new.visibility = 'held' AND old.visibility <> 'held' BEGIN
  INSERT INTO matter (about, waits, ground, hidden, since) VALUES (new.id, 'held', new.ground, 1, coalesce(new.edited, new.at))
    ON CONFLICT (about) DO UPDATE SET waits = coalesce(waits, 'held'), ground = excluded.ground, hidden = 1;
END

CREATE TRIGGER reply_held AFTER UPDATE OF visibility ON reply WHEN new.visibility = 'held' AND old.visibility <> 'held' BEGIN
  INSERT INTO matter (about, waits, ground, hidden, since) VALUES (new.id, 'held', new.ground, 1, coalesce(new.edited, new.at))
    ON CONFLICT (about) DO UPDATE SET waits = coalesce(waits, 'held'), ground = excluded.ground, hidden = 1;
END

CREATE TRIGGER thread_taken_back AFTER UPDATE ON thread
WHEN (new.deleted IS NOT NULL AND old.deleted IS NULL) OR (new.visibility = 'removed' AND new.ground IS NULL) BEGIN
  UPDATE matter SET waits = NULL, hidden = 0 WHERE about = new.id AND waits IS NOT NULL;
END

CREATE TRIGGER reply_taken_back AFTER UPDATE ON reply
WHEN (new.deleted IS NOT NULL AND old.deleted IS NULL) OR (new.visibility = 'removed' AND new.ground IS NULL) BEGIN
  UPDATE matter SET waits = NULL, hidden = 0 WHERE about = new.id AND waits IS NOT NULL;
END

INSERT INTO matter (about, waits, ground, hidden, since) SELECT id, 'held', ground, 1, at FROM thread WHERE visibility = 'held'

INSERT INTO matter (about, waits, ground, hidden, since) SELECT id, 'held', ground, 1, at FROM reply WHERE visibility = 'held'

-- A photo that is hidden by itself: on which ground. A name that is hidden or was taken away, until its owner chooses another one.
ALTER TABLE photo ADD COLUMN hidden TEXT

ALTER TABLE member ADD COLUMN name_held TEXT

-- Whoever's posts wait until somebody has looked at each.
CREATE TABLE author_hold (
  member TEXT PRIMARY KEY REFERENCES member (id),
  ground TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID

-- The community is closed.
ALTER TABLE community ADD COLUMN down INTEGER

ALTER TABLE community ADD COLUMN down_ground TEXT

-- News for an author: on which ground, and what the operator wrote to them.
ALTER TABLE tiding ADD COLUMN ground TEXT

ALTER TABLE tiding ADD COLUMN words TEXT
