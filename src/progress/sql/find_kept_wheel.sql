SELECT wheel FROM progress_evaluation WHERE municipality_id = $1 AND year = $2
