import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Frame } from './frame.ts';
import { drawPage } from './layout.tsx';
import { stylePage } from './style-page.tsx';
import { assetHref } from './assets.ts';

const frame: Frame = {
  locale: 'sv',
  path: '/kurser',
  operatorName: 'Kunskapslyftet AB',
  navigation: ['ett', 'två', 'tre', 'fyra', 'fem'].map((text) => ({
    href: `/${text}`,
    text,
    current: text === 'två',
    badge: text === 'tre' ? 2 : 0,
  })),
  footer: [{ href: '/villkor', text: 'Villkor' }],
  languageHref: '/sprak',
  signInHref: '/logga-in',
  signOutHref: '/logga-ut',
  accountHref: '/konto',
  startHref: '/',
  development: false,
};
const signedIn: Frame = { ...frame, account: { label: 'Aino <Mäkelä>' } };

const render = (shown: Frame) => drawPage({ frame: shown, title: 'Kurser', children: <h1>Kurser</h1> });

test('a page is a whole document in its language, with a title that names no one', () => {
  const html = render(signedIn);
  assert.match(html, /^<!doctype html><html lang="sv">/);
  assert.match(html, /<title>Kurser – Kursiv<\/title>/);
  assert.match(render({ ...frame, locale: 'en' }), /<html lang="en">/);
  assert.match(drawPage({ frame, title: 'Kursiv', children: '' }), /<title>Kursiv<\/title>/);
});

test('nothing on a page needs a script or breaks a strict content policy', () => {
  for (const html of [render(frame), render(signedIn), stylePage(signedIn)]) {
    assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=|https?:\/\/|data:/);
  }
});

test('a visitor signs in, a known person signs out by a form', () => {
  assert.match(render(frame), /<a href="\/logga-in">Logga in<\/a>/);
  assert.doesNotMatch(render(frame), /Logga ut/);
  assert.match(render(signedIn), /<form method="post" action="\/logga-ut"><button[^>]*>Logga ut/);
  assert.match(render(signedIn), /Aino &lt;Mäkelä>/);
});

test('the language is changed by a form that leads back to the same page', () => {
  assert.match(
    render(frame),
    /action="\/sprak"><input type="hidden" name="return" value="\/kurser"\/?><button[^>]*value="en" lang="en">English/,
  );
  assert.match(render({ ...frame, locale: 'en' }), /value="sv" lang="sv">Svenska/);
});

test('where one is and what is unread is said, not only shown', () => {
  assert.match(render(frame), /<a href="\/två" aria-current="page">/);
  assert.match(render(frame), /\(2 olästa\)/);
});

test('a fifth place in the navigation is in the menu of a phone', () => {
  assert.equal(render(signedIn).match(/>fem</g)?.length, 2);
  assert.equal(render(signedIn).match(/>fyra</g)?.length, 1);
});

test('a message from the last request is read out', () => {
  assert.match(render({ ...frame, flash: { kind: 'done', text: 'Sparat' } }), /role="status">Sparat/);
  assert.match(render({ ...frame, flash: { kind: 'problem', text: 'Fel' } }), /role="alert">Fel/);
});

test('an unknown script is a mistake told at once', () => {
  assert.throws(() => drawPage({ frame, title: 'T', scripts: ['no-such'], children: '' }), /There is no asset "no-such\.js"/);
});

test('the style page has no id twice, and every id that is named', () => {
  const html = stylePage(signedIn);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  for (const [, names = ''] of html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|aria-controls|popovertarget)="([^"]+)"/g)) {
    for (const name of names.split(' ')) assert.ok(ids.includes(name), name);
  }
  for (const [, href = ''] of html.matchAll(/<a href="#([^"]+)"/g)) assert.ok(ids.includes(href), href);
  assert.ok(html.includes(assetHref('style.css')));
});
