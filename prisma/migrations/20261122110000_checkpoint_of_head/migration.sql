-- Which checkpoint covers the row up to which a chain is covered: an evidence pack carries that one. Expands only.
ALTER TABLE chain_head ADD COLUMN checkpointed_in integer;
UPDATE chain_head h SET checkpointed_in = named.n
  FROM (SELECT texts.n, head ->> 'chain' AS chain, (head ->> 'seq')::integer AS seq
          FROM (SELECT n, translate(split_part(jws, '.', 2), '-_', '+/') AS text FROM checkpoint) AS texts,
               json_array_elements(
                 convert_from(decode(rpad(text, (length(text) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json -> 'heads'
               ) AS head) AS named
 WHERE named.chain = h.chain AND named.seq = h.checkpointed_seq;
