-- Lists of what happened on days are read newest first.
CREATE INDEX outreach_trial_newest ON outreach_trial (municipality_id, ended_at, day, id);
CREATE INDEX outreach_launch_newest ON outreach_launch (municipality_id, ended_at, first_day, id);
CREATE INDEX outreach_tour_newest ON outreach_tour (municipality_id, ended_at, day, id);
