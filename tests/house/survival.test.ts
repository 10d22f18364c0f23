import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { stores } from '../../data-map/index.ts';
import { runKursiv, startKursiv, type Program } from '../support/program.ts';

/** The program as its operator meets it: started, killed, started again, told something wrong. */
describe('the program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kursiv-survival-'));
  const environment = { DATA_FOLDER: folder, LOG_LEVEL: 'warn' };
  let running: Program | undefined;
  after(async () => {
    running?.child.kill('SIGTERM');
    await running?.exited;
    rmSync(folder, { recursive: true, force: true });
  });

  const answers = async (path: string) => (await fetch(running!.url + path, { redirect: 'manual' })).status;
  const postmaster = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

  it('starts empty and asks who runs it', async () => {
    running = await startKursiv(['--empty'], environment);
    const response = await fetch(running.url, { redirect: 'manual' });
    assert.equal(response.headers.get('location'), '/kom-igang');
    assert.equal(await answers('/halsa'), 200);
  });

  it('refuses a second start on the same folder, and says which', async () => {
    const second = runKursiv(['start', '--empty'], { ...environment, PORT: '0' });
    assert.equal(await second.exited, 2);
    assert.ok(second.output().includes(folder), second.output());
  });

  it('comes through when its database is killed', async () => {
    const killed = postmaster();
    process.kill(killed, 'SIGKILL');
    for (const end = Date.now() + 20_000; ;) {
      const status = await answers('/kom-igang').catch(() => 0);
      if (status === 200 && postmaster() !== killed) break;
      assert.ok(Date.now() < end, `still ${status}\n${running!.output()}`);
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.equal(await answers('/redo'), 200);
  });

  it('comes through when it is killed itself, and is ready again within three seconds', async () => {
    running!.child.kill('SIGKILL');
    await running!.exited;
    const began = performance.now();
    running = await startKursiv(['--empty'], environment);
    assert.equal(await answers('/kom-igang'), 200);
    process.stdout.write(`# ready ${Math.round(performance.now() - began)} ms after a kill\n`);
  });

  it('keeps nothing outside the places that the data map answers for (N-20)', () => {
    const answered = Object.values(stores).flatMap((store) => ('path' in store ? store.path : []));
    const found = readdirSync(folder).filter(
      (name) => !answered.some((path) => name === path || name === `${path}.1` || name === `${path}.old`),
    );
    assert.deepEqual(found, []);
  });

  it('stops cleanly, and its database with it', async () => {
    const pid = postmaster();
    running!.child.kill('SIGTERM');
    assert.equal(await running!.exited, 0);
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
    running = undefined;
  });

  it('says in a sentence what is wrong with a setting, all of them at once', async () => {
    const wrong = runKursiv(['start'], { ...environment, PORT: 'many', MAIL_URL: 'ftp://x', SECRET: 'short' });
    assert.equal(await wrong.exited, 2);
    assert.match(wrong.output(), /PORT must be a number[\s\S]*MAIL_URL must be an smtp[\s\S]*SECRET must have at least 32 characters/);
    assert.ok(!wrong.output().includes('    at '), 'no stack for a mistyped setting');
  });

  it('knows its commands and what each is for', async () => {
    const help = runKursiv(['help'], {});
    assert.equal(await help.exited, 0);
    for (const name of ['start', 'worker', 'migrate', 'seed', 'sweep', 'export', 'erase', 'scan', 'doctor'])
      assert.match(help.output(), new RegExp(`^  ${name}`, 'm'));
    const one = runKursiv(['sweep', '--help'], {});
    assert.equal(await one.exited, 0);
    assert.match(one.output(), /--now/);
    assert.equal(await runKursiv(['dance'], {}).exited, 2);
    assert.equal(await runKursiv(['sweep', '--wrong'], {}).exited, 2);
  });
});
