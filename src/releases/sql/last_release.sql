-- How far a year is, and with which tables.
SELECT revision, month, tables FROM releases_release WHERE scope = $1 AND year = $2
ORDER BY revision DESC, month DESC LIMIT 1
