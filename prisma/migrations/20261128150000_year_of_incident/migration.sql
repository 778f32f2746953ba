-- Which year the calendar does not cover: only a decision that makes it cover that year ends the incident.
ALTER TABLE incident ADD COLUMN year integer;
