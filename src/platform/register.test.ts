import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { backupFoldersOf, inService, readRegister, readRegisterFile, RegisterFault, unregistered } from './register.ts';

// Proof of N-27 and N-73: nothing is handed to someone without country, safeguard and agreement. N-20: paper has a keeper.

const supplier = {
  name: 'Molnet AB',
  services: ['mail'],
  place: 'Boden',
  country: 'SE',
  parentCountry: 'SE',
  safeguard: 'eea',
  agreement: { signed: '2026-01-31', reference: 'Avtal 1' },
};
const told = (entry: unknown): string => {
  try {
    readRegister([entry]);
    return '';
  } catch (error) {
    assert.ok(error instanceof RegisterFault);
    return error.message;
  }
};

describe('the register of places and suppliers', () => {
  it('takes a supplier that has all of it', () => {
    assert.equal(told(supplier), '');
    assert.deepEqual(
      inService(readRegister([supplier]), 'mail').map(({ name }) => name),
      ['Molnet AB'],
    );
  });

  it('refuses, in a sentence, whatever lacks country, owner, safeguard, place, services or agreement', () => {
    for (const [field, sentence] of [
      ['country', 'Molnet AB has no country (two capital letters, as SE).'],
      ['parentCountry', 'Molnet AB has no country of its parent company'],
      ['safeguard', 'Molnet AB has no safeguard (eea, adequacy, dpf, scc).'],
      ['place', 'Molnet AB has no place.'],
      ['agreement', 'Molnet AB has no agreement: a supplier is switched on when one is signed (Art. 28(3)).'],
    ] as const) {
      const { [field]: _, ...without } = supplier;
      assert.ok(told(without).startsWith(sentence), `${field}: ${told(without)}`);
    }
    assert.match(told({ ...supplier, services: [] }), /does nothing/);
    assert.match(told({ ...supplier, services: ['spying'] }), /none of/);
    assert.match(told({ ...supplier, name: '' }), /Entry 1 of the register has no name/);
    assert.match(told({ ...supplier, secret: 'x' }), /is unclear/);
    assert.match(told('x'), /Entry 1/);
    assert.throws(() => readRegister({}), /must be a list/);
  });

  it('wants a tool of transfer where the country or its owner is outside the EEA', () => {
    assert.match(told({ ...supplier, parentCountry: 'US' }), /adequacy, dpf or scc \(Art\. 44\)/);
    assert.match(told({ ...supplier, country: 'US' }), /adequacy, dpf or scc/);
    assert.equal(told({ ...supplier, parentCountry: 'US', safeguard: 'scc' }), '');
    assert.match(told({ ...supplier, country: 'IN', parentCountry: 'IN', safeguard: 'dpf' }), /holds for the USA only/);
  });

  it('lets a supplier stand ready without an agreement, switched off and doing nothing', () => {
    const { agreement: _, ...ready } = supplier;
    assert.equal(told({ ...ready, on: false }), '');
    assert.deepEqual(inService(readRegister([{ ...ready, on: false }]), 'mail'), []);
    assert.equal(told({ ...ready, own: true }), '', 'an own place has no agreement with itself');
  });

  it('wants a keeper and a check of the lock where there is paper', () => {
    const paper = { ...supplier, services: ['paper'], own: true };
    assert.match(told(paper), /needs a keeper/);
    assert.equal(told({ ...paper, keeper: 'kontorschefen', checked: '2026-06-01' }), '');
  });

  it('refuses a server on another machine that nobody in it stands for', () => {
    const mail = (url: string | undefined) => [{ name: 'MAIL_URL', service: 'mail' as const, url }];
    assert.match(unregistered([], mail('smtps://post.molnet.example')).join(), /MAIL_URL leads to another machine/);
    assert.deepEqual(unregistered(readRegister([supplier]), mail('smtps://post.molnet.example')), []);
    for (const url of ['smtp://localhost:25', 'smtp://127.0.0.1:2525', 'smtp://[::1]:25', undefined])
      assert.deepEqual(unregistered([], mail(url)), []);
  });

  it('is read from a file, and a file that is not there or not JSON is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kursiv-register-'));
    writeFileSync(join(folder, 'good.json'), JSON.stringify([supplier]));
    writeFileSync(join(folder, 'bad.json'), '[');
    assert.equal(readRegisterFile(join(folder, 'good.json')).length, 1);
    for (const name of ['bad.json', 'none.json'])
      assert.throws(() => readRegisterFile(join(folder, name)), /does not exist or is not JSON/);
  });

  it('names the folders of backups, the same whoever asks, and one of our own where it names none', () => {
    const keeper = { ...supplier, services: ['backups'], folder: 'here' };
    const register = readRegister([
      keeper,
      { ...keeper, name: 'Bergrum AB', folder: '/mnt/there' },
      { ...keeper, on: false, folder: 'gone' },
    ]);
    assert.deepEqual(backupFoldersOf(register, '/data'), ['/data/here', '/mnt/there']);
    assert.deepEqual(backupFoldersOf(readRegister([supplier]), '/data'), ['/data/backups']);
    assert.match(told({ ...supplier, folder: 'here' }), /keeps no backups/);
  });
});
