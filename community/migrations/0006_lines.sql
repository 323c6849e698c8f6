-- Statements are separated by empty lines.
-- What a search reads of each of thousands of hits, in one short text: facet, moments, me-toos, waiting and product of every
-- thread that everybody can see. A thread's own row is twenty times as long, and reading it for each hit cost more than finding.
CREATE TABLE thread_line (
  n INTEGER PRIMARY KEY REFERENCES thread (n),
  told TEXT NOT NULL
)

-- A new thread gets its facet by an update, so that this sees it too.
CREATE TRIGGER thread_lined AFTER UPDATE OF facet, active, me_too, waits, product, visibility ON thread BEGIN
  DELETE FROM thread_line WHERE n = new.n AND new.visibility <> 'public';
  INSERT INTO thread_line (n, told)
    SELECT new.n, new.facet || ' ' || new.at || ' ' || new.active || ' ' || new.me_too || ' ' || new.waits || ' ' || new.product
    WHERE new.visibility = 'public'
    ON CONFLICT (n) DO UPDATE SET told = excluded.told WHERE told <> excluded.told;
END

INSERT INTO thread_line (n, told)
  SELECT n, facet || ' ' || at || ' ' || active || ' ' || me_too || ' ' || waits || ' ' || product FROM thread
  WHERE visibility = 'public'
