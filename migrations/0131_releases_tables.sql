-- Which tables a year was released with; those of a year that began with fewer come with the next one, or with a revision.
ALTER TABLE releases_release ADD COLUMN tables TEXT NOT NULL DEFAULT 'total topic body channel outcome language';
