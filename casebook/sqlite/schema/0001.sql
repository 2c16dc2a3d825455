-- The first shape of a casebook. Columns named n are the casebook's own numbers and never leave it. Days are counted from 1970-01-01; times are nanoseconds of
-- Unix time, 0 for none; a day that is not known is -4000000. Columns called body and text are JSON and text, packed (see pack.go).

-- Words that many rows share: outlets, sides, names. field says what they are (see term.go); fold is text as it is compared.
CREATE TABLE term (
  n INTEGER PRIMARY KEY,
  field INTEGER NOT NULL,
  text TEXT NOT NULL,
  fold TEXT NOT NULL,
  UNIQUE (field, text)
) STRICT;
CREATE INDEX term_fold ON term (field, fold);

CREATE TABLE report (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  current INTEGER NOT NULL DEFAULT 0, -- the version that counts
  day INTEGER NOT NULL DEFAULT 0,     -- of publication, of that version
  outlet INTEGER NOT NULL DEFAULT 0,
  indexed INTEGER NOT NULL DEFAULT 0, -- its row in report_text
  waiting INTEGER NOT NULL DEFAULT 0  -- it has tellings that are not placed
) STRICT;
CREATE INDEX report_url ON report (url) WHERE url <> '';
CREATE INDEX report_day ON report (day, id);
CREATE INDEX report_outlet ON report (outlet, day);
CREATE INDEX report_waiting ON report (id) WHERE waiting;

CREATE TABLE version (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL,               -- of the text as it was filed
  kept TEXT NOT NULL,                 -- sha256 of the text as it is kept, which redacting changes
  url TEXT NOT NULL,
  outlet TEXT NOT NULL,
  title TEXT NOT NULL,
  published TEXT NOT NULL,            -- RFC 3339, with the zone that the page gives
  clock INTEGER NOT NULL,
  basis TEXT NOT NULL,
  language TEXT NOT NULL,
  length INTEGER NOT NULL,
  shingles BLOB NOT NULL,
  filed INTEGER NOT NULL,
  source TEXT NOT NULL,
  lowers INTEGER NOT NULL,
  reading INTEGER NOT NULL DEFAULT 0, -- the reading that counts
  text BLOB NOT NULL,
  UNIQUE (report, number)
) STRICT;
CREATE INDEX version_sha256 ON version (sha256);

-- Bytes as they came, by the key of their filing. Those of a text that was had already are not kept again.
CREATE TABLE raw (
  key TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  bytes BLOB
) STRICT;
CREATE INDEX raw_version ON raw (version);

CREATE TABLE reading (
  n INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version,
  reader TEXT NOT NULL,
  made INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (version, reader)
) STRICT;

CREATE TABLE private (
  version INTEGER NOT NULL REFERENCES version,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX private_version ON private (version);

CREATE VIRTUAL TABLE report_text USING fts5 (title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE telling (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  event TEXT NOT NULL,
  placed INTEGER NOT NULL,
  keys BLOB NOT NULL,                 -- its rows in block, eight bytes each
  body BLOB NOT NULL,
  UNIQUE (report, event)
) STRICT;
CREATE INDEX telling_waiting ON telling (report, event) WHERE NOT placed;

CREATE TABLE block (
  key INTEGER NOT NULL,               -- the first eight bytes of the sha256 of a blocking key
  telling INTEGER NOT NULL,
  PRIMARY KEY (key, telling)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  id TEXT NOT NULL,
  day INTEGER NOT NULL,               -- of publication
  source INTEGER NOT NULL,
  kind TEXT NOT NULL,                 -- of the source
  side TEXT NOT NULL,
  actor TEXT NOT NULL,
  stance TEXT NOT NULL,
  answers TEXT NOT NULL,
  about TEXT NOT NULL,                -- ids of events, each between two spaces
  indexed INTEGER NOT NULL,           -- its row in claim_text
  body BLOB NOT NULL
) STRICT;
CREATE INDEX claim_report ON claim (report, id);
CREATE INDEX claim_day ON claim (day, id);
CREATE INDEX claim_source ON claim (source, day, kind, side, report);
CREATE INDEX claim_stance ON claim (stance, day);
CREATE INDEX claim_side ON claim (side, day);
CREATE INDEX claim_actor ON claim (actor, day) WHERE actor <> '';
CREATE VIRTUAL TABLE claim_text USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE toll (
  n INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES report,
  event TEXT NOT NULL,
  id TEXT NOT NULL,
  day INTEGER NOT NULL,               -- of the happening, else of publication
  first INTEGER,
  last INTEGER,
  source INTEGER NOT NULL,            -- 0 for the reporter
  harm TEXT NOT NULL,
  side TEXT NOT NULL,
  count INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX toll_event ON toll (report, event);
CREATE INDEX toll_source ON toll (source, day);
CREATE INDEX toll_day ON toll (day, id);
CREATE INDEX toll_first ON toll (first, last);
CREATE INDEX toll_long ON toll (last, first) WHERE last - first > 62;
CREATE INDEX toll_harm ON toll (harm, day);
CREATE INDEX toll_side ON toll (side, day);
CREATE INDEX toll_count ON toll (count, id);

CREATE TABLE incident (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  day INTEGER NOT NULL,               -- by which it is ordered: its first, else of publication
  first INTEGER,                      -- first and last day, NULL where not known
  last INTEGER,
  long INTEGER NOT NULL,              -- it lasted more than two months
  lat REAL,
  lon REAL,
  precision INTEGER NOT NULL,         -- of the place, see sitrep.Place
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  dead INTEGER NOT NULL,              -- the highest best count of killed
  part_of TEXT NOT NULL,
  follows TEXT NOT NULL,
  changed INTEGER NOT NULL,
  version INTEGER NOT NULL,           -- the row in incident_version that is so now
  tags BLOB NOT NULL,                 -- its rows in incident_tag
  actors BLOB NOT NULL                -- its actors, with their roles (see actors.go)
) STRICT;
CREATE INDEX incident_day ON incident (day, id);
CREATE INDEX incident_first ON incident (first, last);
CREATE INDEX incident_long ON incident (last, first) WHERE long; -- few lasted until lately, and what is asked for is mostly late
CREATE INDEX incident_dead ON incident (dead, id);
CREATE INDEX incident_changed ON incident (changed, id);
CREATE INDEX incident_part_of ON incident (part_of) WHERE part_of <> '';
CREATE INDEX incident_follows ON incident (follows) WHERE follows <> '';

CREATE TABLE incident_event (
  report INTEGER NOT NULL,
  event TEXT NOT NULL,
  incident INTEGER NOT NULL,
  PRIMARY KEY (report, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_event_incident ON incident_event (incident);

-- What an incident can be filtered by, each a term.
CREATE TABLE incident_tag (
  tag INTEGER NOT NULL,
  day INTEGER NOT NULL,
  incident INTEGER NOT NULL,
  PRIMARY KEY (tag, day, incident)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
  n INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  side TEXT NOT NULL,
  id TEXT NOT NULL,                   -- in the lexicon
  kind TEXT NOT NULL,
  UNIQUE (name, side, id, kind)
) STRICT;

-- What became of an origin's figures in an incident; where nothing did there is no row.
CREATE TABLE incident_origin (
  source INTEGER NOT NULL,
  incident INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  lowered INTEGER NOT NULL,
  contradicted INTEGER NOT NULL,
  PRIMARY KEY (source, incident)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_origin_incident ON incident_origin (incident);

-- Where an incident was, of those whose place is known.
CREATE VIRTUAL TABLE incident_place USING rtree (n, south, north, west, east);
CREATE VIRTUAL TABLE incident_text USING fts5 (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE incident_version (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  body BLOB,                          -- NULL where there was no such incident any more
  UNIQUE (id, at)
) STRICT;
CREATE INDEX incident_version_at ON incident_version (at, id);

CREATE TABLE alias (
  old TEXT PRIMARY KEY,
  new TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_new ON alias (new);

CREATE TABLE verdict (
  a_report INTEGER NOT NULL,
  a_event TEXT NOT NULL,
  b_report INTEGER NOT NULL,
  b_event TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (a_report, a_event, b_report, b_event)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_b ON verdict (b_report, b_event);

CREATE TABLE correction (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX correction_report ON correction (report);

CREATE TABLE audit (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL
) STRICT;

CREATE TABLE watermark (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was taken out and is not to come back: the sha256 of the ids and the texts of reports, and the keys of filings, that held it. Nothing of it stands here.
CREATE TABLE tombstone (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TABLE tombstone_sum (
  sum TEXT NOT NULL,
  tombstone INTEGER NOT NULL,
  PRIMARY KEY (sum, tombstone)
) STRICT, WITHOUT ROWID;
