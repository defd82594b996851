SELECT COUNT(*) AS number FROM outreach_walkthrough WHERE municipality_id = $1 AND day < $2
