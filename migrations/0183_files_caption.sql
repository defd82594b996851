-- What is read below a file that shows something, and where it is from.
ALTER TABLE files_file ADD COLUMN caption TEXT NOT NULL DEFAULT '';
ALTER TABLE files_file ADD COLUMN source TEXT NOT NULL DEFAULT '';
