-- Statements are separated by empty lines.
-- What lists and counts filter by, in one number: kind * 100 + phase * 10 + answers. It is settled like `waits` and `weight`.
ALTER TABLE thread ADD COLUMN facet INTEGER NOT NULL DEFAULT 0

-- How many threads everybody can see, by product (an empty name means all of them) and facet. A row whose count fell to zero
-- stays: it says that the facet occurs.
CREATE TABLE tally (
  product TEXT NOT NULL,
  facet INTEGER NOT NULL,
  threads INTEGER NOT NULL,
  PRIMARY KEY (product, facet)
) WITHOUT ROWID

CREATE TRIGGER thread_tallied AFTER UPDATE OF facet, visibility, product ON thread
WHEN old.facet <> new.facet OR old.visibility <> new.visibility OR old.product <> new.product BEGIN
  UPDATE tally SET threads = threads - 1
    WHERE facet = old.facet AND product IN ('', old.product) AND old.visibility = 'public' AND old.facet <> 0;
  INSERT INTO tally (product, facet, threads)
    SELECT value, new.facet, new.visibility = 'public' FROM (SELECT '' AS value UNION ALL SELECT new.product)
    WHERE new.facet <> 0
    ON CONFLICT (product, facet) DO UPDATE SET threads = threads + excluded.threads;
END

-- A new thread has no official status yet: customers' view of it is all there is.
CREATE TRIGGER thread_faceted AFTER INSERT ON thread BEGIN
  UPDATE thread SET facet =
    CASE new.kind WHEN 'question' THEN 100 WHEN 'problem' THEN 200 WHEN 'idea' THEN 300 WHEN 'praise' THEN 400 ELSE 500 END
    + CASE WHEN new.kind IN ('praise', 'update') THEN 0 WHEN new.fan = 'open' THEN 10 ELSE 30 END
    + CASE new.fan WHEN 'solved' THEN 1 WHEN 'seems_solved' THEN 4 ELSE 0 END
    WHERE n = new.n;
END

UPDATE thread SET facet =
  CASE kind WHEN 'question' THEN 100 WHEN 'problem' THEN 200 WHEN 'idea' THEN 300 WHEN 'praise' THEN 400 ELSE 500 END
  + CASE WHEN kind IN ('praise', 'update') THEN 0 WHEN fan = 'open' THEN 10 ELSE 30 END
  + CASE fan WHEN 'solved' THEN 1 WHEN 'seems_solved' THEN 4 ELSE 0 END

-- Each order of a list within one facet, with and without a product: a filtered list takes the first lines of each facet that
-- fits and merges them.
CREATE INDEX thread_facet_common ON thread (facet, weight DESC, active DESC, n DESC)

CREATE INDEX thread_facet_active ON thread (facet, active DESC, n DESC)

CREATE INDEX thread_facet_shared ON thread (facet, me_too DESC, active DESC, n DESC)

CREATE INDEX thread_facet_waiting ON thread (facet, waits DESC, at, n)

CREATE INDEX thread_product_facet_common ON thread (product, facet, weight DESC, active DESC, n DESC)

CREATE INDEX thread_product_facet_active ON thread (product, facet, active DESC, n DESC)

CREATE INDEX thread_product_facet_shared ON thread (product, facet, me_too DESC, active DESC, n DESC)

CREATE INDEX thread_product_facet_waiting ON thread (product, facet, waits DESC, at, n)

CREATE INDEX thread_shared ON thread (me_too DESC, active DESC, n DESC)

CREATE INDEX thread_product_shared ON thread (product, me_too DESC, active DESC, n DESC)

CREATE INDEX thread_began ON thread (at)

-- The index of the first schema is made anew with stems, single characters and facets; its documents are parts of threads.
DROP TABLE search

DROP TABLE doc

-- A document is a thread's number * 4096 + the number of its part. `until` is the last reply that it holds.
CREATE TABLE doc (
  n INTEGER PRIMARY KEY,
  until INTEGER NOT NULL,
  size INTEGER NOT NULL
)

CREATE VIRTUAL TABLE found USING fts5 (
  title, words, chars, facet, content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
)

INSERT INTO found (found, rank) VALUES ('rank', 'bm25(4.0, 1.0, 0.5, 0.0)')

-- Words of the products' names and aliases.
CREATE TABLE product_word (
  word TEXT NOT NULL,
  product TEXT NOT NULL REFERENCES product (key),
  PRIMARY KEY (word, product)
) WITHOUT ROWID

CREATE TABLE product_alias (
  product TEXT NOT NULL REFERENCES product (key),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (product, place)
) WITHOUT ROWID

-- Words that mean the same in this community: a group is a `part`, and `first` is what its entry is found by.
CREATE TABLE synonym (
  part INTEGER NOT NULL,
  place INTEGER NOT NULL,
  first TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (part, place)
) WITHOUT ROWID

CREATE INDEX synonym_first ON synonym (first)

CREATE TABLE search_words (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  shipped INTEGER NOT NULL DEFAULT 1,
  own INTEGER NOT NULL DEFAULT 0
)

INSERT INTO search_words (one) VALUES (1)

-- Readings of an answer that may still be followed by a question: a random receipt that only the reader's device knows, gone
-- after seven days; and what was counted of them, by day.
CREATE TABLE reading (
  receipt TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID

CREATE INDEX reading_at ON reading (at)

CREATE TABLE left_with_answer (
  day INTEGER PRIMARY KEY,
  people INTEGER NOT NULL
)
