-- Statements are separated by empty lines.
-- When somebody took everything of theirs away. Their row stays for the posts that others rely on, and says nothing else.
ALTER TABLE member ADD COLUMN erased INTEGER
