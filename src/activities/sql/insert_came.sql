INSERT INTO activities_came (municipality_id, session_id, list, term, number) VALUES ($1, $2, $3, $4, $5)
