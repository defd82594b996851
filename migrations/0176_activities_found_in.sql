-- In which inventory, signal or meeting a wish was found, in words.
ALTER TABLE activities_request ADD COLUMN found_in TEXT NOT NULL DEFAULT '';
