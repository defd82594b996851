-- Which way of meeting a topic fits: the simple one is for drop-in, the longer one for a booked time or a course.
ALTER TABLE referral_rule ADD COLUMN fits TEXT NOT NULL DEFAULT '';      -- simple, longer; '' not said
