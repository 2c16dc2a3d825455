-- What is in doubt (see casebook.Doubt), by the ids of its events; b is empty for an event by itself.
CREATE TABLE doubt (
  rank REAL NOT NULL,                 -- less the more it is in doubt
  a_report TEXT NOT NULL,
  a_event TEXT NOT NULL,
  b_report TEXT NOT NULL,
  b_event TEXT NOT NULL,
  PRIMARY KEY (a_report, a_event, b_report, b_event)
) STRICT, WITHOUT ROWID;
CREATE INDEX doubt_rank ON doubt (rank, a_report, a_event, b_report, b_event);
CREATE INDEX doubt_b ON doubt (b_report, b_event) WHERE b_report <> '';
