#!/usr/bin/env node
// Plays a talk with a bot in the Microsoft 365 Agents Playground (Microsoft's own web client that emulates Teams), in
// headless Chromium, with no network but 127.0.0.1. The bot has to run without an app id, in its local mode: the
// playground cannot sign. Its licence is for evaluation: a developer's tool, never shipped.
//
//   npm ci && node play.js --bot http://127.0.0.1:3978/api/messages --steps talk.steps --out out/
//                          [--channel msteams] [--port 0] [--config my.yml] [--botname "Test Bot"] [--timeout 8000]
//
// talk.steps holds one step a line, "verb what"; the verbs are told in client.js, "#" begins a comment.
// Prints {ok, steps, transcript, warnings, pane} and saves out/NN-verb.png for each step.
// Exit status: 0 all steps passed, 1 one failed, 2 the playground or the browser did not start.

import {mkdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {Client} from './client.js';
import {openPlayground} from './playground.js';

const {values: asked} = parseArgs({options: {
  bot: {type: 'string'}, steps: {type: 'string'}, out: {type: 'string', default: 'out'},
  channel: {type: 'string', default: 'msteams'}, port: {type: 'string', default: '0'}, config: {type: 'string'},
  botname: {type: 'string', default: 'Test Bot'}, timeout: {type: 'string', default: '8000'},
}});

function read(file) {
  const lines = readFileSync(file, 'utf8').split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  return lines.map(line => {
    const [verb, ...rest] = line.split(' ');
    return {verb, rest: rest.join(' ')};
  });
}

async function played(client, page, steps, out) {
  const done = [];
  for (const [index, {verb, rest}] of steps.entries()) {
    const started = Date.now(), error = await problemOf(client, verb, rest);
    const screenshot = join(out, `${String(index + 1).padStart(2, '0')}-${verb}.png`);
    await page.screenshot({path: screenshot});
    done.push({step: `${verb} ${rest}`.trim(), ok: !error, ...(error && {error}), ms: Date.now() - started, screenshot});
    if (error) break;
  }
  return done;
}

async function problemOf(client, verb, rest) {
  try {
    await client.play(verb, rest);
    return null;
  } catch (error) {
    return String(error.message).split('\n').slice(0, 3).join(' ');
  }
}

async function main() {
  const out = resolve(asked.out), steps = read(asked.steps);
  mkdirSync(out, {recursive: true});
  const playground = await openPlayground({...asked, out});
  try {
    const client = new Client(playground.page, {timeout: Number(asked.timeout), botName: asked.botname, heard: playground.transcript});
    await client.ready();
    const done = await played(client, playground.page, steps, out);
    const transcript = playground.transcript.sort((one, other) => one.at - other.at);
    const ok = done.every(step => step.ok);
    console.log(JSON.stringify({ok, steps: done, transcript, warnings: playground.warnings, pane: await client.paneText()}, null, 1));
    process.exitCode = ok ? 0 : 1;
  } finally {
    await playground.close();
  }
}

main().catch(error => {
  console.error(String(error.stack || error));
  process.exitCode = 2;
});
