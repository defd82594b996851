SELECT COUNT(*) AS number FROM outreach_catch_up WHERE municipality_id = $1 AND walkthrough = $2
