SELECT id, title, unit, ended_at FROM organisation_function WHERE municipality_id = $1 ORDER BY title_order, id
