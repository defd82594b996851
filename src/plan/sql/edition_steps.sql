SELECT edition, step, function, result, day, decision, what, why, noted_by, noted_at FROM plan_edition_step
WHERE municipality_id = $1 ORDER BY edition, step
