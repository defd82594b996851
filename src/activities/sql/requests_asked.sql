-- All that were asked in a time, as figures count them: those that were taken off the list, too.
SELECT asked_on, state, locality, topic FROM activities_request
WHERE municipality_id = $1 AND asked_on >= $2 AND asked_on <= $3
ORDER BY asked_on, id
