-- When somebody at the municipality last read its accessibility statement against the pages.
ALTER TABLE municipality_active ADD COLUMN accessibility_reviewed TEXT NOT NULL DEFAULT '';     -- 2026-11-26, '' not yet
