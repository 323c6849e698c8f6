-- The same durable work as Chie's for a post: the post, one key once, search, what is to be told, and an audit row.
CREATE TABLE thread (id TEXT PRIMARY KEY, product TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, html TEXT NOT NULL, author TEXT NOT NULL, made INTEGER NOT NULL, active INTEGER NOT NULL, replies INTEGER NOT NULL DEFAULT 0);
CREATE INDEX thread_active ON thread (product, active DESC, id);
CREATE TABLE reply (id TEXT PRIMARY KEY, thread TEXT NOT NULL REFERENCES thread (id), body TEXT NOT NULL, html TEXT NOT NULL, author TEXT NOT NULL, made INTEGER NOT NULL, stars INTEGER NOT NULL DEFAULT 0);
CREATE INDEX reply_thread ON reply (thread, made, id);
CREATE TABLE wish (key TEXT PRIMARY KEY, answer TEXT NOT NULL, made INTEGER NOT NULL);
CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, due INTEGER NOT NULL);
CREATE TABLE audit (seq INTEGER PRIMARY KEY AUTOINCREMENT, act TEXT NOT NULL, subject TEXT NOT NULL, made INTEGER NOT NULL, chain TEXT NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (thread UNINDEXED, title, body, tokenize = 'porter unicode61');
