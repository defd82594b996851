-- What makes a step of a form hard, '' where nobody has said it.
ALTER TABLE everyday_stuck_point ADD COLUMN trouble TEXT NOT NULL DEFAULT '';
