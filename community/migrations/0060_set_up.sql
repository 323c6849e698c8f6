-- Statements are separated by empty lines.
-- A product that nothing new is asked about, and one that was merged into another: its row stays, so that its address leads on.
ALTER TABLE product ADD COLUMN retired INTEGER

ALTER TABLE product ADD COLUMN merged_into TEXT

CREATE INDEX product_merged ON product (merged_into) WHERE merged_into IS NOT NULL

-- An alias as a tag would write it: `KT-1200` is `kt-1200`. None where a product has that key, or the name has no Latin letters.
ALTER TABLE product_alias ADD COLUMN leads TEXT

CREATE INDEX product_alias_leads ON product_alias (leads) WHERE leads IS NOT NULL

-- What happened to products and to the place as a whole, for everybody: `what` is a line of the history as the contract writes it.
CREATE TABLE past (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  what TEXT NOT NULL
)

-- The zone by whose clocks the hours are told, what they show over some years, and when that was looked up.
ALTER TABLE hours ADD COLUMN zone TEXT

ALTER TABLE hours ADD COLUMN clock TEXT

-- Why the brand wants to be here (1 for the first way, 0 for the other), its own help, its own page, and from when on it answers elsewhere.
CREATE TABLE set_up (
  tenancy TEXT PRIMARY KEY REFERENCES tenancy (id),
  answers INTEGER,
  customers_first INTEGER,
  learns INTEGER,
  own_site INTEGER,
  own_help INTEGER,
  help TEXT,
  page TEXT,
  signpost INTEGER
)
