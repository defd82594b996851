-- Contacts of functions, none of which somebody holds.
SELECT contact FROM organisation_function
WHERE municipality_id = $1 AND ended_at = '' AND contact <> ''
GROUP BY contact HAVING MAX(holder) = ''
