INSERT INTO questions_count (municipality_id, day, unit, asked, answered, in_time) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (municipality_id, day, unit) DO UPDATE SET
    asked = questions_count.asked + excluded.asked,
    answered = questions_count.answered + excluded.answered,
    in_time = questions_count.in_time + excluded.in_time
