-- In the turn at the session (take_turn.sql).
INSERT INTO activities_heard (municipality_id, session_id, channel, persons) VALUES ($1, $2, $3, $4)
ON CONFLICT (municipality_id, session_id, channel) DO UPDATE SET persons = activities_heard.persons + excluded.persons
