-- Datasets of others, to compare with. The body of a set is JSON; the events of a set stand in chunks, a line of JSON each, packed.
CREATE TABLE reference_set (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_chunk (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL REFERENCES reference_set,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX reference_chunk_name ON reference_chunk (name, n);
