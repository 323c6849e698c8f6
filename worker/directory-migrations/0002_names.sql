-- How names look, so that a name which another brand has, or one that looks like it, is met before it is shown. What waits for the
-- operator is kept beside it; `listed` is false while a held name is all that is known of a brand.
ALTER TABLE brand ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE brand ADD COLUMN label_look TEXT NOT NULL DEFAULT '';
ALTER TABLE brand ADD COLUMN name_look TEXT;
ALTER TABLE brand ADD COLUMN held TEXT;
ALTER TABLE brand ADD COLUMN held_look TEXT;
ALTER TABLE brand ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE brand ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
CREATE INDEX brand_by_label ON brand (label_look);
CREATE INDEX brand_by_name ON brand (name_look) WHERE name_look IS NOT NULL;
CREATE INDEX brand_with_matter ON brand (domain) WHERE held IS NOT NULL OR doubts > 0;
