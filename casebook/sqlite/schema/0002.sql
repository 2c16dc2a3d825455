-- Saved questions, and what was told of their answers. The body of an alert is JSON.
CREATE TABLE alert (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  alert TEXT NOT NULL,
  incident TEXT NOT NULL,             -- id that it had when this was told
  state TEXT NOT NULL,
  due INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX notice_alert ON notice (alert, n);
CREATE INDEX notice_incident ON notice (incident, n);
CREATE INDEX notice_open ON notice (state, due) WHERE state <> 'sent';

-- What a language model proposes of the text that counts of a report, as long as no person has judged it. It enters nothing else.
CREATE TABLE proposal (
  report INTEGER NOT NULL REFERENCES report,
  id TEXT NOT NULL,
  day INTEGER NOT NULL,               -- of publication
  body BLOB NOT NULL,
  PRIMARY KEY (report, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_day ON proposal (day, report, id);
