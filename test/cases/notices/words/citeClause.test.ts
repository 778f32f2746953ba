import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citeClause } from '../../../../cases/notices/words/citeClause.ts';
import { CLAUSE_IDS } from '../../../../law/clauses.ts';
import type { ClauseId } from '../../../../law/clauses.ts';

test('the Azerbaijani ordinal follows the spoken number', () => {
  const endings: [ClauseId, string][] = [
    ['R1598/1.2.1', '1.2.1-ci bənd'],
    ['R1598/2.3', '2.3-cü bənd'],
    ['R1598/2.4', '2.4-cü bənd'],
    ['R1598/1.6', '1.6-cı bənd'],
    ['R1598/2.8', '2.8-ci bənd'],
    ['R1598/2.9', '2.9-cu bənd'],
    ['R1598/2.10', '2.10-cu bənd'],
    ['R1598/2.20', '2.20-ci bənd'],
    ['R1598/2.16', '2.16-cı bənd'],
    ['R1598/2.8-citizen', '2.8-ci bənd'],
    ['R1598/A', 'Əlavə'],
  ];
  for (const [clause, ending] of endings) assert.equal(citeClause(clause, 'az').split(', ').at(-1), ending);
});

test('an act is named with its number and date in each language', () => {
  assert.match(citeClause('R1598/2.6', 'az'), /12 sentyabr tarixli 1598 nömrəli Fərmanı/);
  assert.match(citeClause('R1598/2.6', 'en'), /Decree No\. 1598 .* 12 September 2017, clause 2\.6$/);
  assert.match(citeClause('Q191/7.4', 'ru'), /№ 191 от 24 ноября 2011 года, пункт 7\.4$/);
});

test('every clause of the list can be cited, by its id where the act has no name here', () => {
  for (const clause of CLAUSE_IDS) assert.notEqual(citeClause(clause, 'ru'), '');
  assert.equal(citeClause('E206/1.2', 'az'), 'E206/1.2');
});
