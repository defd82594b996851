-- The Message-ID of what a letter answers. It goes when what the letter says does.
ALTER TABLE mail_letter ADD COLUMN answers TEXT NOT NULL DEFAULT '';
