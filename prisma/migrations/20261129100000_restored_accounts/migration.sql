-- Machine time: what was signed in before an account was restored may be what it was suspended for, and opens nothing.
ALTER TABLE official ADD COLUMN restored_at timestamptz(3);
