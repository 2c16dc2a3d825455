-- When incidents went: what changed until now is what stands and came since, and these.
CREATE INDEX incident_version_gone ON incident_version (at, id) WHERE body IS NULL;
