-- Minutes that the group had approved before they were opened again, as they stood.
ALTER TABLE bodies_meeting ADD COLUMN kept_minutes TEXT NOT NULL DEFAULT '';
