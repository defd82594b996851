-- Which version of somebody else's example a copy was made of: what the owner changes later is offered, never forced.
ALTER TABLE needs_example ADD COLUMN copied_as TEXT NOT NULL DEFAULT '';
