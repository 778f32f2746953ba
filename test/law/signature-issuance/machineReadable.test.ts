import assert from 'node:assert/strict';
import { test } from 'node:test';
import { machineReadableProblems } from '../../../law/signature-issuance/machineReadable.ts';

// The specimens of ICAO Doc 9303, parts 4, 5 and 6.
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];

const person = (machineReadableZone: string[], more: object = {}, document: object = {}) => ({
  surname: 'Eriksson',
  givenName: 'Anna Maria',
  birthDate: '1974-08-12',
  identityDocument: { number: 'L898902C3', validUntil: '2012-04-15', machineReadableZone, ...document },
  ...more,
});
const second = (line: string) => [TD3[0]!, line];

test('R1598/A: lines that agree, of a passport and of both sizes of card, typed in small letters and with spaces', () => {
  assert.deepEqual(machineReadableProblems(person(TD3)), []);
  assert.deepEqual(machineReadableProblems(person(TD1, {}, { number: 'D23145890' })), []);
  assert.deepEqual(machineReadableProblems(person(TD2, {}, { series: 'D', number: '23145890' })), []);
  assert.deepEqual(machineReadableProblems(person(TD3.map((line) => ` ${line.toLowerCase()} `))), []);
});

test('R1598/A: no lines typed, nothing to compare', () => {
  assert.deepEqual(machineReadableProblems({ surname: 'Eriksson' }), []);
  assert.deepEqual(machineReadableProblems(person(['', ' '])), []);
});

test('R1598/A: lines of no known shape', () => {
  for (const lines of [['P<UTO'], [TD3[0]!], [TD3[0]!, TD3[1]!.slice(1)], TD1.slice(1)])
    assert.deepEqual(machineReadableProblems(person(lines)), ['mrz-unreadable']);
});

test('R1598/A: each check digit is held against what it checks', () => {
  for (const at of [9, 19, 27, 42, 43]) {
    const digit = (Number(TD3[1]![at]) + 1) % 10;
    const line = `${TD3[1]!.slice(0, at)}${digit}${TD3[1]!.slice(at + 1)}`;
    assert.deepEqual(machineReadableProblems(person(second(line))), ['mrz-check-digit'], `digit ${at}`);
  }
});

test('R1598/A: number, birth date, validity and name must agree with what is typed beside', () => {
  assert.deepEqual(machineReadableProblems(person(TD3, {}, { number: 'L898902C4' })), ['mrz-number']);
  assert.deepEqual(machineReadableProblems(person(TD3, { birthDate: '1974-08-13' })), ['mrz-birth-date']);
  assert.deepEqual(machineReadableProblems(person(TD3, {}, { validUntil: '2013-04-15' })), ['mrz-expiry']);
  assert.deepEqual(machineReadableProblems(person(TD3, { surname: 'Erikson' })), ['mrz-name']);
  assert.deepEqual(machineReadableProblems(person(TD3, { givenName: 'Anna' })), ['mrz-name']);
});

test('R1598/A: names agree in any script and with the patronymic among the given names; what is empty is not compared', () => {
  assert.deepEqual(machineReadableProblems(person(TD3, { surname: 'Érikßon', givenName: 'Анна Мария' })), ['mrz-name']);
  assert.deepEqual(machineReadableProblems(person(TD3, { surname: 'Ériksson', givenName: 'Anna-Maria' })), []);
  assert.deepEqual(machineReadableProblems(person(TD3, { givenName: 'Anna', patronymic: 'Maria' })), []);
  const empty = { surname: '', givenName: undefined, birthDate: undefined };
  assert.deepEqual(machineReadableProblems(person(TD3, empty, { number: '', validUntil: 'unlimited' })), []);
});

test('R1598/A: a name too long for the zone is cut there, and still agrees', () => {
  const cut = ['P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K', TD3[1]!];
  const long = { surname: 'Nilavadhanananda', givenName: 'Chayapa Dejthamrong Krasuang' };
  assert.deepEqual(machineReadableProblems(person(cut, long)), []);
  assert.deepEqual(machineReadableProblems(person(cut, { ...long, givenName: 'Chayapa Dejthamrong Larp' })), [
    'mrz-name',
  ]);
});
