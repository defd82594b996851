-- How far a year is.
SELECT revision, month FROM releases_release WHERE scope = $1 AND year = $2 ORDER BY revision DESC, month DESC LIMIT 1
