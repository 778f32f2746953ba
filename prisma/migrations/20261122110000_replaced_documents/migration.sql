-- A document that a Centre found deficient (R1598/2.9) stays in the case beside the one that came in its place.
ALTER TABLE upload ADD COLUMN replaced_at timestamptz(3);
