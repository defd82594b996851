SELECT DISTINCT municipality_id, substr(local_date, 1, 7) AS month FROM inquiries_inquiry
UNION
SELECT DISTINCT municipality_id, substr(period, 1, 7) AS month FROM inquiries_count
ORDER BY 1, 2
