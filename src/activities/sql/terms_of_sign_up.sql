-- Of an activity for which people sign up; no row for any other.
SELECT is_published, discreet FROM activities_activity
WHERE municipality_id = $1 AND id = $2 AND ended_at = '' AND needs_sign_up = 1 AND state <> 'paused'
