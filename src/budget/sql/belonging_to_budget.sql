SELECT (SELECT COUNT(*) FROM budget_line WHERE municipality_id = $1 AND budget = $2) AS lines,
    (SELECT COUNT(*) FROM budget_source WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_share WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_frame WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_approval WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_contribution WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_saving WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_after WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_consequence WHERE municipality_id = $1 AND budget = $2)
    + (SELECT COUNT(*) FROM budget_grant WHERE municipality_id = $1 AND budget = $2) AS others
