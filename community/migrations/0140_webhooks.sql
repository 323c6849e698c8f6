-- Statements are separated by empty lines.
-- Where the brand's own server hears of what happens here. Only the Worker can open a secret. The events stand with a space on either side
-- of each.
CREATE TABLE webhook (
  id TEXT PRIMARY KEY,
  tenancy TEXT NOT NULL REFERENCES tenancy (id),
  address TEXT NOT NULL,
  events TEXT NOT NULL,
  sealed TEXT NOT NULL,
  old TEXT,
  old_until INTEGER,
  made INTEGER NOT NULL,
  maker TEXT NOT NULL REFERENCES member (id),
  failing INTEGER,
  paused INTEGER
) WITHOUT ROWID

-- What it is told, for seven days: which thing happened, never what was written. What is sent is put together when it is sent.
CREATE TABLE delivery (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event TEXT NOT NULL,
  thread INTEGER,
  reply INTEGER,
  claim TEXT,
  made INTEGER NOT NULL,
  at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  tried INTEGER,
  answer TEXT
)

CREATE INDEX delivery_at ON delivery (at) WHERE at IS NOT NULL

CREATE INDEX delivery_webhook ON delivery (webhook, seq)
