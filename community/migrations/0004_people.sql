-- What mail needs: an address that only the Worker can read (it holds the key), and the language to write in.
ALTER TABLE member ADD COLUMN sealed TEXT

ALTER TABLE member ADD COLUMN lang TEXT

-- When somebody other than the asker first answered. `ladder` counts the steps taken for a question that nobody answers.
ALTER TABLE thread ADD COLUMN answered INTEGER

ALTER TABLE thread ADD COLUMN ladder INTEGER NOT NULL DEFAULT 0

UPDATE thread SET answered = (
  SELECT min(r.at) FROM reply r WHERE r.thread = thread.n AND r.author <> thread.author AND r.visibility = 'public'
)

CREATE INDEX thread_product_at ON thread (product, at)

-- `told` is when a follower was last told of an answer, `seen` when they were last here; `via` is the duplicate that led here.
CREATE TABLE follow (
  thread INTEGER NOT NULL REFERENCES thread (n),
  member TEXT NOT NULL REFERENCES member (id),
  why TEXT NOT NULL CHECK (why IN ('asked', 'same', 'chosen')),
  at INTEGER NOT NULL,
  told INTEGER,
  seen INTEGER,
  via INTEGER REFERENCES thread (n),
  PRIMARY KEY (thread, member)
) WITHOUT ROWID

CREATE INDEX follow_member ON follow (member, at)

INSERT INTO follow (thread, member, why, at) SELECT n, author, 'asked', at FROM thread

INSERT OR IGNORE INTO follow (thread, member, why, at) SELECT thread, member, 'same', at FROM me_too

-- A guest's private link: only a hash of its secret is here.
CREATE TABLE keep_link (
  thread INTEGER NOT NULL REFERENCES thread (n),
  member TEXT NOT NULL REFERENCES member (id),
  hash TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  PRIMARY KEY (thread, member)
) WITHOUT ROWID

-- Mail to be written: what about and to whom, never words or addresses. `once` makes the same news the same letter. A letter is
-- written down when it is handed out, from what is true then. `at` is when it is tried next; none once it went out or fell away.
CREATE TABLE letter (
  seq INTEGER PRIMARY KEY,
  once TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL REFERENCES member (id),
  what TEXT NOT NULL,
  thread INTEGER NOT NULL REFERENCES thread (n),
  reply INTEGER REFERENCES reply (n),
  made INTEGER NOT NULL,
  at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0
)

CREATE INDEX letter_at ON letter (at) WHERE at IS NOT NULL

CREATE INDEX letter_member ON letter (member)

-- What somebody wants no mail about: a kind of stop, or `everything`.
CREATE TABLE silence (
  member TEXT NOT NULL REFERENCES member (id),
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (member, what)
) WITHOUT ROWID

-- Who wants to hear of questions that wait; `told` makes it go round.
CREATE TABLE helper (
  member TEXT NOT NULL REFERENCES member (id),
  product TEXT NOT NULL REFERENCES product (key),
  since INTEGER NOT NULL,
  told INTEGER,
  PRIMARY KEY (member, product)
) WITHOUT ROWID

CREATE INDEX helper_product ON helper (product, told, since)

-- What somebody's answers did for others in a product, counted anew whenever a mark changes: questions they solved, people they
-- solved one for, people they helped, and how many of these have an address.
CREATE TABLE credit (
  member TEXT NOT NULL REFERENCES member (id),
  product TEXT NOT NULL REFERENCES product (key),
  solved INTEGER NOT NULL,
  solved_for INTEGER NOT NULL,
  helped INTEGER NOT NULL,
  confirmed INTEGER NOT NULL,
  PRIMARY KEY (member, product)
) WITHOUT ROWID

CREATE TABLE thread_tag (
  thread INTEGER NOT NULL REFERENCES thread (n),
  tag TEXT NOT NULL,
  place INTEGER NOT NULL,
  by TEXT NOT NULL REFERENCES member (id),
  PRIMARY KEY (thread, tag)
) WITHOUT ROWID

CREATE INDEX thread_tag_tag ON thread_tag (tag, thread)

-- A thread that is the same as another one.
CREATE TABLE duplicate (
  thread INTEGER PRIMARY KEY REFERENCES thread (n),
  master INTEGER NOT NULL REFERENCES thread (n),
  by TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL
)

CREATE INDEX duplicate_master ON duplicate (master)

-- What somebody did with a power of their level; `reverted` is when somebody else took it back.
CREATE TABLE act (
  n INTEGER PRIMARY KEY,
  member TEXT NOT NULL REFERENCES member (id),
  thread INTEGER NOT NULL REFERENCES thread (n),
  what TEXT NOT NULL,
  at INTEGER NOT NULL,
  reverted INTEGER
)

CREATE INDEX act_member ON act (member, at)

CREATE INDEX act_thread ON act (thread, what)
