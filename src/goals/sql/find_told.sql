SELECT rows FROM goals_told WHERE municipality_id = $1 AND question = $2 AND edition = $3
