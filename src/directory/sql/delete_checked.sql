DELETE FROM directory_checked WHERE municipality_id = $1 AND record_kind = $2 AND record_id = $3
