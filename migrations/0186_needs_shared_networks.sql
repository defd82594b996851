-- Which of its networks a municipality shares a round or an example with; '' for all of them.
ALTER TABLE needs_round ADD COLUMN networks TEXT NOT NULL DEFAULT '';
ALTER TABLE needs_example ADD COLUMN networks TEXT NOT NULL DEFAULT '';
