-- The auditor's search reads the evidence in the order of time, by what was done, or by who did it; without these it read
-- all of it for each search. Expressions are not described by the Prisma schema.
CREATE INDEX "evidence_by_time" ON "evidence" ("at", "chain", "seq");
CREATE INDEX "evidence_by_deed" ON "evidence" ((body::jsonb ->> 'what'), "at", "chain", "seq");
CREATE INDEX "evidence_by_official" ON "evidence" ((body::jsonb -> 'by' ->> 'id'), "at", "chain", "seq");

-- What the Centre's queue and the operator's desk count, among all cases that ever were.
CREATE INDEX "case_waiting_for" ON "case" ("waits_for") WHERE closed_at IS NULL;
CREATE INDEX "case_not_ended" ON "case" ("stage") WHERE stage <> 'ended';
