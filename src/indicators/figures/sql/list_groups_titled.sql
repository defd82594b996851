SELECT id, title FROM indicators_group WHERE title LIKE $1 ORDER BY title, id
