DELETE FROM outreach_walkthrough WHERE municipality_id = $1 AND id = $2
