-- Which function a wish is for, whose task it is then; '' where none is chosen.
ALTER TABLE needs_wish ADD COLUMN function TEXT NOT NULL DEFAULT '';
