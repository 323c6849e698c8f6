-- Statements are separated by empty lines, because a trigger's body holds semicolons of its own.
-- The community itself: one row, with the numbers that only ever grow.
CREATE TABLE community (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  name TEXT,
  opened INTEGER,
  outbox_seq INTEGER NOT NULL DEFAULT 0,
  settled_for TEXT NOT NULL DEFAULT ''
)

INSERT INTO community (one) VALUES (1)

-- A guest has no account; a guest who turned out to be a member already is kept as a stone that leads to them.
CREATE TABLE member (
  id TEXT PRIMARY KEY,
  account TEXT UNIQUE,
  name TEXT,
  address TEXT,
  at INTEGER NOT NULL,
  merged_into TEXT REFERENCES member (id)
)

-- The two counts are kept by the triggers below.
CREATE TABLE product (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('made', 'not_yet_confirmed')),
  at INTEGER NOT NULL,
  threads INTEGER NOT NULL DEFAULT 0,
  waiting INTEGER NOT NULL DEFAULT 0
)

-- What a representative said and marked is stored with the tenancy it was said in; whether it counts is worked out at each
-- reading. `waits` and `weight` serve the orders of lists and nothing else.
CREATE TABLE thread (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  product TEXT NOT NULL REFERENCES product (key),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  author TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  active INTEGER NOT NULL,
  rules INTEGER NOT NULL,
  visibility TEXT NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'held', 'removed')),
  ground TEXT,
  replies INTEGER NOT NULL DEFAULT 0,
  me_too INTEGER NOT NULL DEFAULT 0,
  fan TEXT NOT NULL DEFAULT 'open' CHECK (fan IN ('open', 'seems_solved', 'solved')),
  said TEXT,
  said_phase TEXT,
  reason TEXT,
  said_by TEXT REFERENCES member (id),
  said_at INTEGER,
  said_tenancy TEXT REFERENCES tenancy (id),
  official_reply TEXT,
  official_by TEXT REFERENCES member (id),
  official_at INTEGER,
  official_tenancy TEXT REFERENCES tenancy (id),
  waits INTEGER NOT NULL,
  weight INTEGER NOT NULL DEFAULT 0
)

CREATE INDEX thread_common ON thread (weight DESC, active DESC, n DESC)

CREATE INDEX thread_product_common ON thread (product, weight DESC, active DESC, n DESC)

CREATE INDEX thread_active ON thread (active DESC, n DESC)

CREATE INDEX thread_product_active ON thread (product, active DESC, n DESC)

CREATE INDEX thread_waiting ON thread (waits DESC, at, n)

CREATE INDEX thread_product_waiting ON thread (product, waits DESC, at, n)

CREATE INDEX thread_author ON thread (author, at)

CREATE INDEX thread_said ON thread (n) WHERE said IS NOT NULL OR official_reply IS NOT NULL

CREATE TRIGGER thread_counted AFTER INSERT ON thread WHEN new.visibility = 'public' BEGIN
  UPDATE product SET threads = threads + 1, waiting = waiting + new.waits WHERE key = new.product;
END

CREATE TRIGGER thread_recounted AFTER UPDATE OF waits, visibility ON thread BEGIN
  UPDATE product SET
    threads = threads + (new.visibility = 'public') - (old.visibility = 'public'),
    waiting = waiting + (new.visibility = 'public') * new.waits - (old.visibility = 'public') * old.waits
  WHERE key = new.product;
END

-- `tenancy` is set by the engine from the author's authority, never from a request.
CREATE TABLE reply (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  thread INTEGER NOT NULL REFERENCES thread (n),
  author TEXT NOT NULL REFERENCES member (id),
  name TEXT,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  rules INTEGER NOT NULL,
  visibility TEXT NOT NULL DEFAULT 'public' CHECK (visibility IN ('public', 'held', 'removed')),
  ground TEXT,
  stars INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER,
  tenancy TEXT REFERENCES tenancy (id)
)

CREATE INDEX reply_thread ON reply (thread, n)

CREATE INDEX reply_starred ON reply (thread, stars DESC, n) WHERE stars > 0

CREATE INDEX reply_accepted ON reply (thread, accepted) WHERE accepted IS NOT NULL

CREATE INDEX reply_author ON reply (author, at)

CREATE TABLE me_too (
  thread INTEGER NOT NULL REFERENCES thread (n),
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (thread, member)
) WITHOUT ROWID

CREATE INDEX me_too_member ON me_too (member, at)

CREATE TABLE star (
  reply INTEGER NOT NULL REFERENCES reply (n),
  member TEXT NOT NULL REFERENCES member (id),
  at INTEGER NOT NULL,
  PRIMARY KEY (reply, member)
) WITHOUT ROWID

CREATE INDEX star_member ON star (member, at)

-- Which of several guests of one colour somebody is in a thread.
CREATE TABLE handle (
  thread INTEGER NOT NULL REFERENCES thread (n),
  member TEXT NOT NULL REFERENCES member (id),
  colour INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (thread, member)
) WITHOUT ROWID

CREATE TABLE tenancy (
  id TEXT PRIMARY KEY,
  began INTEGER NOT NULL
)

CREATE TABLE seat (
  member TEXT NOT NULL REFERENCES member (id),
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  role TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (tenancy, member)
) WITHOUT ROWID

-- `a` and `b` are the two moments that the state owns. A confirmed proof counts for its tenancy from `counts` on.
CREATE TABLE proof (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL REFERENCES member (id),
  method TEXT NOT NULL,
  host TEXT NOT NULL,
  token TEXT NOT NULL,
  asked INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'doubtful', 'lapsed')),
  a INTEGER NOT NULL,
  b INTEGER,
  sought INTEGER,
  looks TEXT NOT NULL DEFAULT '[]',
  tenancy TEXT REFERENCES tenancy (id),
  counts INTEGER
)

CREATE INDEX proof_member ON proof (member, n)

CREATE INDEX proof_tenancy ON proof (tenancy) WHERE tenancy IS NOT NULL

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  scope TEXT NOT NULL CHECK (scope IN ('community', 'product', 'thread')),
  product TEXT REFERENCES product (key),
  thread TEXT REFERENCES thread (id),
  reach TEXT NOT NULL CHECK (reach IN ('all', 'from_now_on')),
  since INTEGER NOT NULL,
  by TEXT NOT NULL REFERENCES member (id),
  released INTEGER,
  released_by TEXT REFERENCES member (id)
)

CREATE UNIQUE INDEX claim_live ON claim (tenancy, scope, coalesce(product, thread, ''), reach) WHERE released IS NULL

CREATE INDEX claim_thread ON claim (thread) WHERE thread IS NOT NULL AND released IS NULL

CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  key TEXT NOT NULL,
  request TEXT NOT NULL,
  object TEXT NOT NULL,
  guest TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (scope, key)
) WITHOUT ROWID

CREATE INDEX idempotency_at ON idempotency (at)

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  at INTEGER NOT NULL
)

CREATE TABLE due (
  what TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID

CREATE INDEX due_at ON due (at)

-- Ids and hashes only: no text, no name, no address. Each row's hash covers the one before it.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  actor TEXT NOT NULL,
  object TEXT NOT NULL,
  hash TEXT NOT NULL
)

CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows are append-only');
END

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'audit rows are append-only');
END

-- What a document of the search index is: an opening post, or a reply.
CREATE TABLE doc (
  n INTEGER PRIMARY KEY,
  thread INTEGER NOT NULL REFERENCES thread (n),
  reply INTEGER REFERENCES reply (n)
)

CREATE INDEX doc_thread ON doc (thread)

CREATE VIRTUAL TABLE search USING fts5 (
  title, words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
)

INSERT INTO search (search, rank) VALUES ('rank', 'bm25(4.0, 1.0)')
