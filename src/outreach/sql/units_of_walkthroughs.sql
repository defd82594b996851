SELECT id, unit FROM outreach_walkthrough WHERE municipality_id = $1
