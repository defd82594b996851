SELECT unit, MAX(held_on) AS held_on FROM reviews_review
WHERE municipality_id = $1 AND unit <> '' AND held_on <> '' AND held_on <= $2
GROUP BY unit
