import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseOptions } from '@node-rs/argon2';
import { browserFamily } from './browser-family.ts';
import { normalEmail } from './email-address.ts';
import { networkOf } from './limits.ts';
import { cost, hashPassword, isOutdated, passwordFault, passwordMatches, standIn } from './password.ts';
import { ownPath } from './return-path.ts';

test('the stand-in costs what a real password costs, and nothing matches it', async () => {
  const { memoryCost, timeCost, parallelism, outputLen, saltLen } = parseOptions(standIn);
  const real = parseOptions(await hashPassword('en vanlig mening'));
  assert.deepEqual({ memoryCost, timeCost, parallelism }, cost);
  assert.deepEqual([outputLen, saltLen], [real.outputLen, real.saltLen]);
  assert.equal(await passwordMatches(undefined, 'en vanlig mening'), false);
  assert.equal(await passwordMatches(null, ''), false);
  assert.ok(!isOutdated(standIn));
});

test('a password is long enough, hard to guess and not the address; nothing more is asked', () => {
  const fault = (password: string) => passwordFault('sv', password, 'anna.andersson@skola.example');
  assert.match(fault('') ?? '', /Skriv ett lösenord/);
  assert.match(fault('a') ?? '', /Du har skrivit ett\./);
  assert.match(fault('niotecken') ?? '', /Du har skrivit nio\./);
  assert.equal(fault('tio tecken'), undefined);
  assert.equal(fault('🐎🔋🐎🔋🐎🔋🐎🔋🐎x'), undefined, 'a character is a character');
  assert.match(fault('Anna.Andersson@skola.example') ?? '', /mejladress/);
  for (const guessed of ['1234567890', 'Lösenord123', 'Sommar 2026', 'aaaaaaaaaaaa', 'abababababab', 'QWERTYUIOP']) {
    assert.match(fault(guessed) ?? '', /lätt att gissa/, guessed);
  }
  assert.equal(fault('x1'.repeat(99) + 'åä'), undefined);
  assert.match(fault('lång '.repeat(41)) ?? '', /högst 200/);
  assert.match(passwordFault('en', 'short', '') ?? '', /You have entered five/);
});

test('a browser is named as its owner knows it', () => {
  assert.equal(browserFamily('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox/Linux');
  assert.equal(
    browserFamily(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0',
    ),
    'Edge/Windows',
  );
  assert.equal(
    browserFamily('Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36'),
    'Chrome/Android',
  );
  assert.equal(
    browserFamily('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15'),
    'Safari/macOS',
  );
  assert.equal(
    browserFamily('Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36'),
    'Chrome/ChromeOS',
  );
  assert.equal(browserFamily('curl/8'), '');
  assert.equal(browserFamily(null), '');
});

test('one caller is one network', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7');
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
  assert.equal(networkOf('2001:0db8:1:2::9'), '2001:db8:1:2');
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0');
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0');
  assert.equal(networkOf(''), '');
});

test('a way back is a path of ours', () => {
  assert.equal(ownPath('/k/nordhammar/kurser/x?sida=2'), '/k/nordhammar/kurser/x?sida=2');
  for (const foreign of [undefined, '', 'hem', '//x', '/\\x', '/..//x', '/%0d\n', '/a b', `/${'x'.repeat(500)}`, 'javascript:x'])
    assert.equal(ownPath(foreign), undefined);
});

test('an address is compared in one way of writing', () => {
  assert.equal(normalEmail(' Åsa.Öberg@Skola.Example '), 'åsa.öberg@skola.example');
  assert.equal(normalEmail('a\u030asa@skola.example'), 'åsa@skola.example');
});
