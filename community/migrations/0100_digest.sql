-- Letters to one person that were due at once are one mail; the number of the first is that mail's, however often it is tried.
ALTER TABLE letter ADD COLUMN digest INTEGER
