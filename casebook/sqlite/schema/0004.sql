-- What lists are filtered, counted and ordered by stands in digests, of 1,024 rows in one (see digest.go); what did it before is gone.
CREATE TABLE digest (
  list INTEGER NOT NULL,              -- of which table
  chunk INTEGER NOT NULL,             -- of the rows from 1,024 times this on
  revision INTEGER NOT NULL,          -- when it was written
  body BLOB NOT NULL,
  UNIQUE (list, chunk)
) STRICT;
CREATE INDEX digest_revision ON digest (list, revision);
CREATE TABLE revision (n INTEGER NOT NULL) STRICT;
INSERT INTO revision (n) VALUES (0);

ALTER TABLE actor ADD COLUMN fold TEXT NOT NULL DEFAULT ''; -- name as it is compared
ALTER TABLE actor ADD COLUMN same INTEGER NOT NULL DEFAULT 0; -- a row of one and the same actor: by id, else by name and side
CREATE INDEX actor_id ON actor (id) WHERE id <> '';
CREATE INDEX actor_fold ON actor (fold, side);

DROP TABLE incident_tag;
DROP TABLE incident_place;
DROP INDEX incident_first;
DROP INDEX incident_long;
DROP INDEX incident_dead;
DROP INDEX incident_day;
ALTER TABLE incident DROP COLUMN tags;
ALTER TABLE incident DROP COLUMN actors;
ALTER TABLE incident DROP COLUMN first;
ALTER TABLE incident DROP COLUMN last;
ALTER TABLE incident DROP COLUMN long;

DROP INDEX report_outlet;
DROP INDEX claim_day;
DROP INDEX claim_source;
DROP INDEX claim_stance;
DROP INDEX claim_side;
DROP INDEX claim_actor;
CREATE INDEX claim_id ON claim (id);

DROP INDEX toll_source;
DROP INDEX toll_day;
DROP INDEX toll_first;
DROP INDEX toll_long;
DROP INDEX toll_harm;
DROP INDEX toll_side;
DROP INDEX toll_count;
CREATE INDEX toll_id ON toll (id);
