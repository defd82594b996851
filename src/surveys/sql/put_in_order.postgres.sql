-- By its random key, on new pages: what was written before is gone with the old ones.
CLUSTER surveys_answer USING surveys_answer_pkey
