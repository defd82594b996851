SELECT keys_off FROM inquiries_person WHERE municipality_id = $1 AND account_id = $2
