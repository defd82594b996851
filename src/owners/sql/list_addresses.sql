SELECT link, address, language, given_at FROM owners_address WHERE municipality_id = $1 ORDER BY link
