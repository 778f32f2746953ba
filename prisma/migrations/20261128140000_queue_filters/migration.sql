-- The filters of an agency's queue ask, of ten thousand open files, which are answered, taken or not delivered; without
-- these each asking read every opinion and request there ever was.
CREATE INDEX opinion_noted ON opinion (agency, case_number) WHERE effect = 'noted';
CREATE INDEX opinion_request_taken ON opinion_request (agency, case_number, taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX opinion_request_undelivered ON opinion_request (agency, case_number) WHERE delivered_at IS NULL;
-- What is offered to a party, or by it, stands on its desk.
CREATE INDEX handover_of_giver ON handover (giver, state);
CREATE INDEX handover_of_taker ON handover (taker, state);
