DELETE FROM counts_stroke WHERE municipality_id = $1 AND day = $2 AND place = $3 AND channel = $4 AND topic = $5
