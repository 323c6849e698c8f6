-- Brands and products for finding only. The truth is in each brand's object; `reconcile` rebuilds these rows from there.
CREATE TABLE brand (
  domain TEXT PRIMARY KEY,
  entry TEXT NOT NULL,
  threads INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  checked REAL NOT NULL DEFAULT 0
);
CREATE INDEX brand_by_threads ON brand (threads DESC);
CREATE INDEX brand_by_check ON brand (checked);

-- Words of names and domains, made by the same tokenizer that searches threads. An ordinary table, because a full-text one
-- cannot be exported.
CREATE TABLE word (
  word TEXT NOT NULL,
  domain TEXT NOT NULL REFERENCES brand (domain) ON DELETE CASCADE,
  PRIMARY KEY (word, domain)
) WITHOUT ROWID;
CREATE INDEX word_by_brand ON word (domain);
