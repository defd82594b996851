SELECT content, count_id FROM counts_sent WHERE municipality_id = $1 AND actor = $2 AND sent_key = $3
