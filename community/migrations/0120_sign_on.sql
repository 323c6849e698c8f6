-- Statements are separated by empty lines.
-- Keys with which the brand's own server signs its customers on. Only the Worker can open a secret; a revoked key keeps its row, so that
-- the record can name it.
CREATE TABLE sign_on_key (
  id TEXT PRIMARY KEY,
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  sealed TEXT NOT NULL,
  made INTEGER NOT NULL,
  maker TEXT NOT NULL REFERENCES member (id),
  used INTEGER,
  revoked INTEGER
) WITHOUT ROWID

-- Tokens that were taken, until a little after they would be over anyway: each counts once.
CREATE TABLE sign_on_taken (
  key TEXT NOT NULL,
  jti TEXT NOT NULL,
  who TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (key, jti)
) WITHOUT ROWID

CREATE INDEX sign_on_taken_until ON sign_on_taken (until)

CREATE INDEX sign_on_taken_who ON sign_on_taken (who, until)

-- The account that a member's address was sealed for, where that is not their own: whom the brand signed on stays who they are.
ALTER TABLE member ADD COLUMN reached TEXT
