-- Statements are separated by empty lines.
-- What is set against waves says who set it, and ends by itself.
ALTER TABLE guard ADD COLUMN side TEXT NOT NULL DEFAULT 'operator'

ALTER TABLE guard ADD COLUMN by TEXT

ALTER TABLE guard ADD COLUMN at INTEGER NOT NULL DEFAULT 0

ALTER TABLE guard ADD COLUMN until INTEGER NOT NULL DEFAULT 0
