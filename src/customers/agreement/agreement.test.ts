import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatShortDate } from '../../ui/format.ts';
import { agreementState, endAfterNotice, endAfterRenewal, firstEnd, noticeBy, periodEnd, type Terms } from './agreement.ts';
import { formatOrgNumber, readOrgNumber } from './org-number.ts';
import { totalOf } from './price.ts';

const at = (day: string) => new Date(`${day}T12:00:00+01:00`);
const terms = (more: Partial<Terms> = {}): Terms => ({
  starts_at: new Date('2026-01-31T00:00:00+01:00'),
  period_months: 12,
  renews: true,
  notice_months: 1,
  noticed_at: null,
  ends_at: null,
  ...more,
});

describe('the time of an agreement', () => {
  it('renews itself a year at a time, and no day is lost by short months', () => {
    assert.equal(formatShortDate(periodEnd(terms(), at('2026-06-01'))), '2027-01-30');
    assert.equal(formatShortDate(periodEnd(terms(), at('2029-02-01'))), '2030-01-30');
    const monthly = terms({ period_months: 1 });
    assert.equal(formatShortDate(periodEnd(monthly, at('2026-02-10'))), '2026-02-27');
    assert.equal(formatShortDate(periodEnd(monthly, at('2026-03-10'))), '2026-03-30');
  });

  it('ends with the period when notice comes in time, to the last moment of the last day', () => {
    const last = noticeBy(terms(), at('2026-06-01'));
    assert.equal(formatShortDate(last), '2026-12-30');
    assert.equal(formatShortDate(endAfterNotice(terms(), last)), '2027-01-30');
    assert.equal(formatShortDate(endAfterNotice(terms(), new Date(last.getTime() + 1))), '2028-01-30');
  });

  it('keeps the end that notice gave, however often it is given', () => {
    const noticed = terms({ noticed_at: at('2026-05-01'), ends_at: periodEnd(terms(), at('2026-05-01')) });
    assert.deepEqual(endAfterNotice(noticed, at('2027-01-29')), noticed.ends_at);
  });

  it('ends by itself when it does not renew, and a renewal gives one period more', () => {
    const once = terms({ renews: false });
    const ends_at = firstEnd(once);
    assert.equal(formatShortDate(ends_at!), '2027-01-30');
    assert.equal(formatShortDate(endAfterRenewal({ ...once, ends_at })!), '2028-01-30');
    assert.equal(endAfterRenewal(terms({ ends_at: at('2027-01-30') })), null);
  });

  it('has its states from its dates alone', () => {
    const ends_at = periodEnd(terms(), at('2026-05-01'));
    assert.equal(agreementState(terms(), at('2026-01-01')), 'coming');
    assert.equal(agreementState(terms(), at('2026-02-01')), 'running');
    assert.equal(agreementState(terms({ noticed_at: at('2026-05-01'), ends_at }), at('2026-06-01')), 'noticed');
    assert.equal(agreementState(terms({ ends_at }), new Date(ends_at.getTime() - 1)), 'running');
    assert.equal(agreementState(terms({ ends_at }), ends_at), 'ended');
  });
});

describe('an organisation number', () => {
  it('is known by its check digit, however it is written', () => {
    for (const typed of ['556016-0680', '5560160680', '16 556016-0680', ' 556016 0680 ']) assert.equal(readOrgNumber(typed), '5560160680');
    assert.equal(formatOrgNumber('5560160680'), '556016-0680');
  });
  it('is not a mistyped one, and never a personal identity number', () => {
    for (const typed of ['556016-0681', '556016-068', 'abc', '', '811218-9876', '19811218-9876'])
      assert.equal(readOrgNumber(typed), undefined);
  });
});

describe('a price', () => {
  it('rounds VAT once for each rate', () => {
    const line = { description: 'x', quantity: 3, unitOre: 333, vatPercent: 25 };
    assert.deepEqual(
      totalOf([line, line, { ...line, quantity: 1, unitOre: 1000, vatPercent: 6 }, { ...line, quantity: 1, vatPercent: 0 }]),
      {
        netOre: 3331,
        vat: [
          { percent: 25, ore: 500 },
          { percent: 6, ore: 60 },
        ],
        grossOre: 3891,
      },
    );
    assert.deepEqual(totalOf([]), { netOre: 0, vat: [], grossOre: 0 });
  });
});
