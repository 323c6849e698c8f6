-- Further domains of brands that lead to their communities: each is proven by its own record, and belongs to one brand only.
CREATE TABLE alias (
  domain TEXT PRIMARY KEY,
  brand TEXT NOT NULL REFERENCES brand (domain) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX alias_by_brand ON alias (brand);
