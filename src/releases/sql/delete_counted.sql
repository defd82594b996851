DELETE FROM releases_counted WHERE scope = $1 AND year = $2
