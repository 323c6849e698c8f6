-- Pictures of a file that is being brought in: where the file is refused, they are deleted within a day.
CREATE TABLE carried_photo (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  media TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes INTEGER NOT NULL
)
