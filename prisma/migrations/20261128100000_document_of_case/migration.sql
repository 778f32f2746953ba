-- By which a reviewer finds earlier cases of the same document, whoever showed it (R1598/2.7): a keyed hash, as of the
-- person. Cases from before have none: their forms are sealed, and no statement can read them.
ALTER TABLE "case" ADD COLUMN document_index text;
CREATE INDEX case_of_document ON "case" (document_index);
