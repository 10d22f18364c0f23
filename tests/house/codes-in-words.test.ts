import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aboutPeople, dataMap, isPersonal, type Entry } from '../../data-map/index.ts';
import { events as webhookEvents } from '../../src/api/webhooks/events.ts';
import { mailTemplates } from '../../src/mail-templates.ts';
import { events as notificationEvents } from '../../src/notifications/events.ts';
import { codeInWords } from '../../src/privacy/code-in-words.ts';
import { codeWords } from '../../src/privacy/code-words.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

/** Art. 12(1): what stands in an extract is told in words. The lists are PostgreSQL's own: a new code without words fails here. */
describe('the codes of an extract', () => {
  const map = dataMap as Record<string, Entry>;
  let house: TestHouse;
  before(async () => void (house = await openTestHouse()));
  after(() => house.close());

  const isExported = (table: string, column: string): boolean => {
    const entry = map[table];
    const answer = entry && aboutPeople(entry) ? entry.columns[column] : undefined;
    return answer !== undefined && isPersonal(answer) && typeof answer.export === 'string';
  };

  /** Columns of text whose values are a closed list, by a check of their own or by their type. */
  const closedLists = async () => {
    const { rows } = await house.owner.query<{ name: string; column: string; check: string }>(`
      select k.conrelid::regclass::text as name, a.attname as column, pg_get_constraintdef(k.oid) as check
      from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
      where k.contype = 'c' and k.connamespace = 'public'::regnamespace and a.atttypid in ('text'::regtype, 'text[]'::regtype)
      union all
      select c.oid::regclass::text, a.attname, (select string_agg(quote_literal(e.enumlabel) || '::text', ', ') from pg_enum e where e.enumtypid = a.atttypid)
      from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and t.typtype = 'e' order by 1, 2`);
    const codesOf = (check: string) =>
      /= ANY|^'/.test(check) || /^CHECK \(\(\w+ = '/.test(check) ? [...check.matchAll(/'([^']*)'::text/g)].map(([, code]) => code!) : [];
    return rows
      .map(({ name, column, check }) => ({ name, column, codes: codesOf(check) }))
      .filter(({ name, column, codes }) => codes.length > 0 && isExported(name, column));
  };

  it('have words in both languages, each code of each closed list', async () => {
    const lists = await closedLists();
    assert.ok(lists.length >= 30, `${lists.length} lists are found`);
    const wordless = lists.flatMap(({ name, column, codes }) =>
      codes.flatMap((code) =>
        (['sv', 'en'] as const)
          .filter((locale) => !codeInWords(name, column, code, locale)?.trim())
          .map((locale) => `${name}.${column} ${code} (${locale})`),
      ),
    );
    assert.deepEqual(wordless, []);
  });

  it('have words that are not left over: each is a code of a column that is exported', async () => {
    const lists = new Map((await closedLists()).map(({ name, column, codes }) => [`${name}.${column}`, codes]));
    for (const [key, words] of Object.entries(codeWords)) {
      assert.ok(isExported(...(key.split('.') as [string, string])), key);
      const codes = lists.get(key);
      if (codes) assert.deepEqual(Object.keys(words).toSorted(), codes.toSorted(), key);
    }
  });

  it('have words where the list is the program’s own: mails, notifications and what a customer’s programs are told', () => {
    const lists: Record<string, readonly string[]> = {
      'mail.template': Object.keys(mailTemplates),
      'notification.event': Object.keys(notificationEvents),
      'notification_choice.event': Object.keys(notificationEvents),
      'webhook_delivery.event': Object.keys(webhookEvents),
    };
    for (const [key, codes] of Object.entries(lists)) assert.deepEqual(Object.keys(codeWords[key] ?? {}).toSorted(), codes.toSorted(), key);
  });

  it('stay codes where there are no words for them, and in other tables', () => {
    assert.equal(codeInWords('account', 'kind', 'something-new', 'sv'), undefined);
    assert.equal(codeInWords('correspondence', 'kind', 'personal', 'sv'), undefined);
    assert.equal(codeInWords('account', 'kind', 'personal', 'en'), 'personal account');
  });
});
