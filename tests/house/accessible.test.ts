import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { assertAccessible, personAt, startBrowser } from '../support/browser.ts';

/** What is looked at in every journey is seen when it is wrong; and a fault of one page is not found on the next. */
const page = (content: string) =>
  `<!doctype html><html lang="sv"><head><meta name="viewport" content="width=device-width"><title>Sida</title>
   <link rel="stylesheet" href="/look.css"></head><body><main><h1>Rubrik</h1>${content}</main></body></html>`;
const pages: Record<string, { content: string; fault?: RegExp }> = {
  '/clean': { content: '<p>Läsbar text.</p>' },
  '/image': { content: '<img src="/none.png">', fault: /\/image is not accessible:\nimage-alt/ },
  '/pale': { content: '<p class="pale">Blek text.</p>', fault: /\/pale is not accessible:\ncolor-contrast/ },
  '/field': { content: '<form><input name="a"></form>', fault: /label/ },
  '/wide': { content: '<p class="wide">Bred text.</p>', fault: /\/wide is \d+ px wider than a 320 px screen/ },
  '/wide-picture': { content: '<p><img alt="Bred" src="/wide.svg"></p>', fault: /px wider than a 320 px screen/ },
};

let server: Server;
let browser: Browser;
let url: string;
before(async () => {
  browser = await startBrowser();
  server = createServer((request, response) => {
    if (request.url === '/look.css')
      return response.setHeader('content-type', 'text/css').end('.pale { color: #ccc } .wide { width: 700px }');
    if (request.url === '/wide.svg')
      return response.setHeader('content-type', 'image/svg+xml').end('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="9"/>');
    const found = pages[request.url!];
    response.setHeader('content-type', 'text/html; charset=utf-8').statusCode = found ? 200 : 404;
    response.end(found && page(found.content));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

for (const javaScript of [true, false])
  it(`each planted fault is seen, ${javaScript ? 'with' : 'without'} scripts`, async () => {
    const someone = await personAt(browser, url, { javaScript });
    for (const [path, { fault }] of Object.entries(pages)) {
      await someone.page.goto(path);
      const looked = assertAccessible(browser, someone.page);
      await (fault ? assert.rejects(looked, fault, path) : looked);
      await someone.page.goto('/clean');
      await assertAccessible(browser, someone.page);
    }
    await someone.context.close();
  });
