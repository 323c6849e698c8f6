-- Statements are separated by empty lines.
-- Where the brand's name stands, and for which tenancy an owner set it. `matter_told` is the number of doubts and holds of which
-- the operator was told.
ALTER TABLE community ADD COLUMN naming TEXT NOT NULL DEFAULT 'said'

ALTER TABLE community ADD COLUMN naming_tenancy TEXT REFERENCES tenancy (id)

ALTER TABLE community ADD COLUMN matters INTEGER NOT NULL DEFAULT 0

ALTER TABLE community ADD COLUMN matters_told INTEGER NOT NULL DEFAULT 0

-- What became of the brand's name, for everybody to read: what was shown from then on.
CREATE TABLE naming (
  n INTEGER PRIMARY KEY,
  shown TEXT,
  naming TEXT NOT NULL,
  at INTEGER NOT NULL
)

-- Somebody says that this is not that company.
CREATE TABLE doubt (
  n INTEGER PRIMARY KEY,
  words TEXT NOT NULL,
  at INTEGER NOT NULL,
  settled INTEGER
)

CREATE INDEX doubt_open ON doubt (n) WHERE settled IS NULL

-- Marks beside a member's name: the domain at which they read mail, the tenancy whose owner trusts them. `sessions_from` is when they
-- signed out everywhere; `renamed` are the moments of their last changes of name.
ALTER TABLE member ADD COLUMN employee TEXT

ALTER TABLE member ADD COLUMN champion TEXT REFERENCES tenancy (id)

ALTER TABLE member ADD COLUMN sessions_from INTEGER

ALTER TABLE member ADD COLUMN renamed TEXT

CREATE INDEX member_marked ON member (id) WHERE employee IS NOT NULL OR champion IS NOT NULL
