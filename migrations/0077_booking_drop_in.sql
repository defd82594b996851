-- Whether anybody may come without a time while somebody is there, and about what.
ALTER TABLE booking_rota ADD COLUMN drop_in TEXT NOT NULL DEFAULT '';    -- yes, no; '' as the place says
ALTER TABLE booking_rota ADD COLUMN topics TEXT NOT NULL DEFAULT '';     -- taxonomy keys, one a line; '' whatever is simple
