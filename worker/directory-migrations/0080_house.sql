-- What waits for the operator, over all brands: no words of anybody, only what it is about and why. The truth is in each brand's
-- object; `reconcile` rebuilds these rows from there.
CREATE TABLE house (
  domain TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  total INTEGER NOT NULL
);

CREATE TABLE house_line (
  domain TEXT NOT NULL,
  about TEXT NOT NULL,
  urgency INTEGER NOT NULL,
  since REAL NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (domain, about)
) WITHOUT ROWID;
CREATE INDEX house_line_by_urgency ON house_line (urgency DESC, since);
