-- Parts of a file that is being brought in; gone when it is in, or refused.
CREATE TABLE carried (
  part INTEGER PRIMARY KEY,
  text TEXT NOT NULL
)
