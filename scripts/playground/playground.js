// Starts the playground and a browser that shows it, and keeps what the two sides say to each other.

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {get} from 'node:http';
import {createServer} from 'node:net';
import {join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const CLI = fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE_MS = 30_000;  // until the playground answers

export async function openPlayground({bot, channel, port, config, out, timeout}) {
  const chosen = Number(port) || await freePort();
  const server = await serve({bot, channel, config, out, port: chosen});
  const browser = await chromium.launch({executablePath: CHROMIUM, args: FLAGS});
  const page = await browser.newPage({viewport: {width: 1300, height: 950}});
  page.setDefaultTimeout(Number(timeout));
  await page.route('**/*', route => /^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(route.request().url()) ? route.continue() : route.abort());
  const {transcript, warnings} = listenTo(page);
  await page.goto(`http://127.0.0.1:${chosen}/`);
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return {page, transcript, warnings, close};
}

async function serve({bot, channel, config, out, port}) {
  const work = mkdtempSync(join(out, '.playground-'));  // it writes its logs into the folder it runs in
  const env = {...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_LOGFILE: join(out, 'playground.log'),
    NO_PROXY: '127.0.0.1,localhost', no_proxy: '127.0.0.1,localhost'};  // the bot must be reached directly
  if (config) env.M365_AGENTS_PLAYGROUND_CONFIG_PATH = resolve(config);
  const flags = ['start', '-e', bot, '-c', channel, '-p', String(port), '--su', `http://127.0.0.1:${port}/_connector`, '--dt'];
  const server = spawn(process.execPath, [CLI, ...flags], {cwd: work, env, stdio: ['ignore', 'pipe', 'pipe']});
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', data => { said += data; });
  const close = async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    rmSync(work, {recursive: true, force: true});
  };
  const end = Date.now() + PATIENCE_MS;
  while (!await answers(port)) {
    if (Date.now() > end || server.exitCode !== null) {
      await close();
      throw new Error(`the playground did not start: ${said.slice(-1500)}`);
    }
    await new Promise(done => setTimeout(done, 300));
  }
  return {close};
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function answers(port) {
  return new Promise(resolve => {
    get({host: '127.0.0.1', port, path: '/', timeout: 1000}, answer => { answer.resume(); resolve(true); })
      .on('error', () => resolve(false));
  });
}

// The playground tells its page over a web socket what goes to the bot and what comes back.
function listenTo(page) {
  const transcript = [], warnings = [];
  page.on('pageerror', error => warnings.push(`pageerror: ${String(error).slice(0, 300)}`));
  page.on('websocket', socket => socket.on('framereceived', ({payload}) => {
    const log = logIn(payload);
    if (!log) return;
    if (['warning', 'error'].includes(log.level) || /not supported/i.test(log.displayText || '')) warnings.push(log.displayText);
    if (log.request || log.response) transcript.push({
      at: log.timestamp, from: log.from === 'User Application' ? 'bot' : 'teams', what: log.activityName,
      status: log.response?.statusCode, activity: log.request?.body, answer: log.response?.body});
  }));
  return {transcript, warnings};
}

function logIn(payload) {
  try { return JSON.parse(String(payload)).log; } catch { return null; }
}
