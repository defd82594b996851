SELECT id, slug, title, kind, audience, languages, needs_code, is_paired, is_listed, is_compared, closed_on, asked_after, e_service, is_template
FROM surveys_survey WHERE municipality_id = $1 AND ended_at = '' ORDER BY title_order, id LIMIT 1000
