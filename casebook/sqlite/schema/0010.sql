-- The first term of a field that is the same but for capitals and marks, 0 where it is that itself: at the beginning of a sentence "police" are "Police", and nobody else.
ALTER TABLE term ADD COLUMN same INTEGER NOT NULL DEFAULT 0;
UPDATE term SET same = coalesce((SELECT min(o.n) FROM term o WHERE o.field = term.field AND o.fold = term.fold AND o.n < term.n), 0);
CREATE INDEX term_same ON term (field, n, same) WHERE same <> 0;
