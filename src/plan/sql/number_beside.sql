SELECT (SELECT COUNT(*) FROM plan_milestone WHERE municipality_id = $1 AND node = $2)
    + (SELECT COUNT(*) FROM plan_criterion WHERE municipality_id = $1 AND node = $2)
    + (SELECT COUNT(*) FROM plan_document WHERE municipality_id = $1 AND node = $2)
    + (SELECT COUNT(*) FROM plan_comment WHERE municipality_id = $1 AND node = $2)
    + (SELECT COUNT(*) FROM plan_dependency WHERE municipality_id = $1 AND (node = $2 OR other = $2)) AS number
