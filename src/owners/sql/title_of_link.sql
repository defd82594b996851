SELECT title FROM owners_link WHERE id = $1
