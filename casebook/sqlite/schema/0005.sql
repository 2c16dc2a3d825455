-- Of what many reports recall alike some tellings stand for the others: these belong to the incident too, wherever it goes. placed of such a telling is 2.
ALTER TABLE incident_event ADD COLUMN alike INTEGER NOT NULL DEFAULT 0; -- what it has in common with those that stand for it; 0 for one that stands for itself
CREATE INDEX incident_event_alike ON incident_event (alike) WHERE alike <> 0;
