-- What one address has sent, whichever way it is written.
SELECT COUNT(*) AS today, COUNT(CASE WHEN given_at > $4 THEN 1 END) AS lately FROM questions_contact
WHERE municipality_id = $1 AND LOWER(value) = LOWER($2) AND given_at > $3
