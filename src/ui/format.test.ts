import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  formatDate,
  formatDateTime,
  formatMinutes,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelativeDay,
  formatShortDate,
  formatTime,
  parseNumber,
} from './format.ts';

const afternoon = new Date('2026-11-21T13:03:00Z');

test('a date always has its year', () => {
  assert.equal(formatDate(afternoon, 'sv'), '21 november 2026');
  assert.equal(formatDate(afternoon, 'en'), '21 November 2026');
  assert.equal(formatShortDate(afternoon), '2026-11-21');
});

test('a time is the time in Stockholm, with a point in Swedish', () => {
  assert.equal(formatTime(afternoon, 'sv'), 'kl.\u00a014.03');
  assert.equal(formatTime(new Date('2026-06-01T07:30:00Z'), 'sv'), 'kl.\u00a09.30');
  assert.equal(formatTime(new Date('2026-11-20T23:05:00Z'), 'sv'), 'kl.\u00a00.05');
  assert.equal(formatTime(afternoon, 'en'), '14:03');
  assert.equal(formatDateTime(afternoon, 'sv'), '21 november 2026 kl.\u00a014.03');
  assert.equal(formatDateTime(afternoon, 'en'), '21 November 2026, 14:03');
});

test('a day near now is named, by the calendar of Stockholm', () => {
  const lateEvening = new Date('2026-11-20T22:59:00Z');
  const justAfterMidnight = new Date('2026-11-20T23:01:00Z');
  assert.equal(formatRelativeDay(lateEvening, justAfterMidnight, 'sv'), 'i går');
  assert.equal(formatRelativeDay(afternoon, justAfterMidnight, 'sv'), 'i dag');
  assert.equal(formatRelativeDay(afternoon, lateEvening, 'sv'), 'i morgon');
  assert.equal(formatRelativeDay(new Date('2026-11-01T12:00:00Z'), afternoon, 'sv'), '1 november 2026');
  assert.equal(formatRelativeDay(afternoon, afternoon, 'en'), 'today');
});

test('the day after a change to winter time is still one day away', () => {
  assert.equal(formatRelativeDay(new Date('2026-10-26T12:00:00Z'), new Date('2026-10-25T00:30:00Z'), 'sv'), 'i morgon');
});

test('numbers, money and shares are written as in each language', () => {
  assert.equal(formatNumber(12_345.5, 'sv'), '12\u00a0345,5');
  assert.equal(formatNumber(-3, 'sv'), '\u22123');
  assert.equal(formatMoney(1_234_550, 'sv'), '12\u00a0345,50\u00a0kr');
  assert.equal(formatMoney(49_500, 'sv'), '495\u00a0kr');
  assert.equal(formatMoney(1_234_550, 'en'), 'SEK\u00a012,345.50');
  assert.equal(formatPercent(0.8, 'sv'), '80\u00a0%');
  assert.equal(formatPercent(0.8, 'en'), '80%');
});

test('minutes become hours where there are any', () => {
  assert.equal(formatMinutes(6, 'sv'), '6\u00a0min');
  assert.equal(formatMinutes(85, 'sv'), '1\u00a0tim 25\u00a0min');
  assert.equal(formatMinutes(59.7, 'sv'), '1\u00a0tim');
  assert.equal(formatMinutes(120, 'en'), '2\u00a0h');
  assert.equal(formatMinutes(0, 'sv'), '0\u00a0min');
});

test('a typed number is read with comma or point', () => {
  const readings: [string, number | undefined][] = [
    ['12 345,50', 12_345.5],
    ['12\u00a0345,50', 12_345.5],
    ['12345.5', 12_345.5],
    ['1,234.50', 1234.5],
    ['1.234,50', 1234.5],
    ['1.234.567', 1_234_567],
    ['\u22123', -3],
    [' 80 ', 80],
    ['', undefined],
    ['12,3,4', undefined],
    ['1e9', undefined],
    ['80 %', undefined],
    ['kaffe', undefined],
  ];
  for (const [typed, read] of readings) assert.equal(parseNumber(typed), read, typed);
});

test('what is written can be read back', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((value) => value / 100 + 0);
  fc.assert(fc.property(cents, (value) => assert.equal(parseNumber(formatNumber(value, 'sv')), value + 0)));
});
