-- What stands for all that recall something alike (see casebook.Stand).
CREATE TABLE stand (
  alike INTEGER PRIMARY KEY,
  incident INTEGER NOT NULL,
  bar INTEGER NOT NULL                -- the greatest rank of those that stand
) STRICT;
CREATE INDEX stand_incident ON stand (incident);
-- Those for which others stand are nobody's neighbours: they have no rows in block while they are so.
DELETE FROM block WHERE telling IN (SELECT n FROM telling WHERE placed = 2);

DROP INDEX report_waiting;
CREATE INDEX report_waiting ON report (day, id) WHERE waiting;
