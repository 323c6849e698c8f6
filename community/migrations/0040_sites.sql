-- On which sites the tag shows this community, as an owner said; it counts while the tenancy lives in which it was said.
CREATE TABLE site (host TEXT PRIMARY KEY, tenancy TEXT NOT NULL) WITHOUT ROWID
