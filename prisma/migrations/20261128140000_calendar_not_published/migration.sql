-- A term whose end lies in a year the calendar does not cover cannot begin: the operator learns of it.
ALTER TABLE incident DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN (
    'delivery-not-proven', 'unreadable-opinion', 'register-not-reached', 'register-has-no-fin', 'clocks-disagree',
    'centre-not-reached', 'centre-message-refused', 'custody-difference', 'notice-undelivered', 'fin-not-cancelled',
    'record-differs', 'calendar-not-published'));
