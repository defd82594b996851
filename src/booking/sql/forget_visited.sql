-- Of visits that were cancelled before $2: nobody puts them back any more.
DELETE FROM booking_address WHERE municipality_id = $1 AND EXISTS
    (SELECT 1 FROM booking_booking b WHERE b.municipality_id = $1 AND b.id = booking_address.booking_id
         AND b.state IN ('cancelled_by_us', 'excused') AND b.changed_at < $2)
