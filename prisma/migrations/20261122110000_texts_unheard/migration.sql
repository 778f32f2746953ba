-- Text messages of which the provider has told nothing yet: asked for every half minute, so they must be found at once.
CREATE INDEX notice_unheard ON notice (next_attempt_at) WHERE state = 'sent';
