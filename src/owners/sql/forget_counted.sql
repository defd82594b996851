-- A year that is over is in no sum any more.
UPDATE owners_figure SET counted = '' WHERE municipality_id = $1 AND about = $2 AND period LIKE $3 AND counted <> ''
