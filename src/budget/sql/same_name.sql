SELECT first_year, last_year FROM budget_budget WHERE municipality_id = $1 AND title = $2 AND id <> $3
