-- Cancelled before $2, and whoever booked has been told, or can read it alone: nobody puts it back any more.
DELETE FROM booking_contact WHERE municipality_id = $1 AND EXISTS
    (SELECT 1 FROM booking_booking b WHERE b.municipality_id = $1 AND b.id = booking_contact.booking_id
         AND (b.state = 'excused' OR (b.state = 'cancelled_by_us' AND b.reminded_on <> '')) AND b.changed_at < $2)
