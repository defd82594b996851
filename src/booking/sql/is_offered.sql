-- Whether it is in use still, as whoever books reads it in their turn.
SELECT COUNT(*) AS number FROM booking_offer WHERE municipality_id = $1 AND id = $2 AND ended_at = ''
