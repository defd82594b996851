-- Where staff find what a letter is about: who was not reached by it is told in another way.
ALTER TABLE mail_letter ADD COLUMN path TEXT NOT NULL DEFAULT '';
