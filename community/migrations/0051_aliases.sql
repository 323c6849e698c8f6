-- Statements are separated by empty lines.
-- Further domains of the brand, each with a record of its own; `a` and `b` are the moments that the state owns, as of a proof.
CREATE TABLE brand_alias (
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  domain TEXT NOT NULL,
  token TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'confirmed', 'doubtful', 'lapsed')),
  a INTEGER NOT NULL,
  b INTEGER,
  sought INTEGER,
  looks TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenancy, domain)
) WITHOUT ROWID
