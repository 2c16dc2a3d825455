-- Which claims answer which: few do, and every list of claims asks for it.
CREATE INDEX claim_answers ON claim (report, answers, id) WHERE answers <> '';
