-- Keys of forms begin with the time of the form.
DELETE FROM questions_helped_form WHERE municipality_id = $1 AND form_key < $2
