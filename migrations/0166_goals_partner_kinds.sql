-- Which kinds of partner count towards a goal that counts partners; none: all.
ALTER TABLE goals_goal ADD COLUMN partner_kinds TEXT NOT NULL DEFAULT '';
