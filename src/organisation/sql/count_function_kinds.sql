-- How many functions in use are of each shared kind.
SELECT kind, COUNT(*) AS number FROM organisation_function
WHERE municipality_id = $1 AND ended_at = '' AND kind <> ''
GROUP BY kind ORDER BY kind
