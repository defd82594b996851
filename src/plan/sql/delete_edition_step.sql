DELETE FROM plan_edition_step WHERE municipality_id = $1 AND edition = $2 AND step = $3
