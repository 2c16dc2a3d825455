-- The names that a report speaks of, as JSON, packed: reports of one happening speak of the same. Reports that were filed before have none until they are read again.
ALTER TABLE version ADD COLUMN around BLOB NOT NULL DEFAULT x'';
