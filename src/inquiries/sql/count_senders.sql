-- What residents asked on these days about e-services and of bodies, each inquiry once.
SELECT i.e_service, i.body, i.barrier, i.further, COUNT(*) AS number
FROM inquiries_inquiry i
WHERE i.municipality_id = $1 AND i.at >= $2 AND i.at < $3 AND i.local_date BETWEEN $4 AND $5
    AND i.deleted_at IS NULL AND i.asker = '' AND (i.e_service <> '' OR i.body <> '')
GROUP BY 1, 2, 3, 4
