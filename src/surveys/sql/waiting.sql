SELECT municipality_id, survey, round, COUNT(*) AS number FROM surveys_spool
GROUP BY municipality_id, survey, round ORDER BY municipality_id, survey, round
