-- A mission's desk counts its overdue invitations (R1598/2.11); without this each look read the term of every waiting case.
CREATE INDEX term_open_invitation ON term (holder, ends_at) WHERE closed_at IS NULL AND clause = 'R1598/2.11';
