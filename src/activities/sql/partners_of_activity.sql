-- With those that have ended: they took part in what is over.
SELECT id, title, role, ended_at FROM activities_partner WHERE municipality_id = $1 AND activity = $2 ORDER BY title_order, id
