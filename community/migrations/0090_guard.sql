-- Statements are separated by empty lines.
-- What the operator has set while a community is beset.
CREATE TABLE guard (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  slow INTEGER NOT NULL,
  hold INTEGER NOT NULL
)

-- What newcomers did within the last day: from which network (a hash whose salt changes daily), about which product, and of a post what its
-- words come to, eight numbers of which nearly the same texts share most.
CREATE TABLE newcomer_act (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  network TEXT,
  member TEXT,
  product TEXT,
  hosts TEXT,
  m0 INTEGER,
  m1 INTEGER,
  m2 INTEGER,
  m3 INTEGER,
  m4 INTEGER,
  m5 INTEGER,
  m6 INTEGER,
  m7 INTEGER
)

CREATE INDEX newcomer_act_of_network ON newcomer_act (network, what, at)

CREATE INDEX newcomer_act_at ON newcomer_act (at)

-- Work counts once.
CREATE TABLE work_done (
  work TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID
