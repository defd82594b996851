-- Which of a part's result goals a milestone fulfils, by their numbers.
ALTER TABLE plan_milestone ADD COLUMN result_goals TEXT NOT NULL DEFAULT '';
