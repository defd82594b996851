SELECT node, members, least_shown FROM releases_sum WHERE scope = $1 AND year = $2 AND revision = $3 ORDER BY node
