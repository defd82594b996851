-- Who changes who has a seat waits here for whoever does so at the same moment, and then sees what that one left.
UPDATE activities_session SET turn = turn + 1
WHERE municipality_id = $1 AND id = $2
RETURNING turn, activity_id, starts_at, ends_at, status, capacity, taken, waiting
