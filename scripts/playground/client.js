// The hands and eyes of somebody who uses the playground. Each verb of a step file is a method of Verbs:
//
//   open General               a chat or channel of the left list (Personal Chat, Group Chat, General...)
//   say hello                  types into the compose box and sends ("\n" makes a line break)
//   mention what do you think  the same, with the bot picked from the mention list in front
//   reply thanks               types into the reply box of the newest thread of a channel
//   fill Problem = mails       a text input of a card or dialog, by label (last one shown)
//   choose Who? = Everybody    a drop-down of a card or dialog, by label
//   click Send                 a button of a card or dialog (last one shown with that title)
//   expect echo: hello         the text must show in the conversation within the timeout
//   reject secret              the text must not be in the conversation (looked for during 1.5 s)
//   command review on a wiki   message action "review" from the "..." menu of the newest message with the text "a wiki"
//   compose newPlan            message action "newPlan" from the compose box
//   close                      closes the open dialog
//   mock Add user              an entry of the menu "Mock an Activity"
//   activity {"type": ...}     sends an activity of one's own, with the fields of the last one where it has none
//   wait 500                   milliseconds
//
// What the playground cannot do: signed requests, task/fetch from a message's card, user-specific views, slash commands,
// targeted messages, unmentioned channel messages (use `activity`), other users, limits and retries.

const BOX = '[role=textbox][contenteditable=true]';

export class Client {
  constructor(page, {timeout, botName, heard}) {
    Object.assign(this, {page, timeout, botName, heard});
    this.verbs = new Verbs(this);
  }

  async ready() {
    await this.box().first().waitFor({timeout: 20_000});
    // the log panel repeats every message: closed, so that pictures and searches see the chat only
    await this.page.evaluate(() => {
      const title = [...document.querySelectorAll('*')].find(e => e.childElementCount === 0 && e.textContent === 'Log Panel');
      [...(title?.parentElement.parentElement.querySelectorAll('button') ?? [])].at(-1)?.click();
    });
    await this.page.waitForTimeout(800);
  }

  async play(verb, rest) {
    if (!Object.getOwnPropertyNames(Verbs.prototype).slice(1).includes(verb)) throw new Error(`unknown step "${verb}"`);
    await this.verbs[verb](rest);
    await this.page.waitForTimeout(verb === 'expect' ? 150 : 500);
  }

  box() { return this.page.locator(BOX); }

  dialog() { return this.page.getByRole('dialog'); }

  // the conversation: the largest ancestor of the compose box that does not hold the list of chats
  async pane() {
    await this.page.evaluate(box => {
      document.querySelectorAll('[data-pane]').forEach(e => e.removeAttribute('data-pane'));
      let pane = document.querySelector(box);
      while (pane.parentElement && !pane.parentElement.querySelector('[role=tree]')) pane = pane.parentElement;
      pane.setAttribute('data-pane', '1');
    }, BOX);
    return this.page.locator('[data-pane]');
  }

  async paneText() {
    const texts = [await (await this.pane()).innerText(), ...await this.dialog().allInnerTexts()];
    return plain(texts.join(' '));
  }

  // where cards are filled and pressed: in the dialog while one is open
  async scope() { return await this.dialog().count() ? this.dialog().last() : this.pane(); }

  async type(box, text, {mention = false} = {}) {
    await box.click();
    if (mention) {
      await this.page.keyboard.type('@');
      await this.page.waitForTimeout(600);  // the list of names comes after the bot's name in the conversation
      await this.page.getByText(this.botName, {exact: true}).last().click();
      await this.page.waitForTimeout(200);
      await this.page.keyboard.type(' ');
    }
    for (const [index, line] of text.split('\\n').entries()) {
      if (index) await this.page.keyboard.press('Shift+Enter');
      await this.page.keyboard.type(line);
    }
    await this.page.waitForTimeout(150);
    await this.page.keyboard.press('Enter');
  }

  async createCommand(id) {
    await this.dialog().locator('input[type=text]').fill(id);
    await this.dialog().getByRole('button', {name: 'Create'}).click();
    await this.page.waitForTimeout(1200);
  }

  async mockMenu(entry) {
    await this.page.getByRole('button', {name: 'Mock an Activity'}).click();
    await this.page.getByRole('menuitem').filter({hasText: entry}).first().click();
    await this.page.waitForTimeout(900);
  }
}

class Verbs {
  constructor(client) { Object.assign(this, {client, page: client.page}); }

  async open(name) {
    await this.page.getByRole('treeitem').filter({hasText: name}).first().click();
    await this.page.waitForTimeout(1200);
  }

  async say(text) { await this.client.type(this.client.box().first(), text); }

  async mention(text) { await this.client.type(this.client.box().first(), text, {mention: true}); }

  async reply(text) { await this.client.type(this.client.box().nth(1), text); }

  async fill(spec) {
    const [label, value] = halves(spec, ' = '), where = await this.client.scope();
    const boxes = where.getByRole('textbox', {name: label});
    const box = await boxes.count() ? boxes : where.getByLabel(label);
    await box.last().fill(value.replaceAll('\\n', '\n'));
  }

  async choose(spec) {
    const [label, option] = halves(spec, ' = '), box = (await this.client.scope()).getByLabel(label).last();
    if (await box.evaluate(e => e.tagName) === 'SELECT') return box.selectOption({label: option});
    await box.click();
    await this.page.getByRole('option', {name: option, exact: true}).last().click();
  }

  async click(title) {
    await (await this.client.scope()).getByRole('button', {name: title, exact: true}).last().click();
  }

  async expect(text) {
    const end = Date.now() + this.client.timeout;
    while (!(await this.client.paneText()).includes(plain(text))) {
      if (Date.now() > end) throw new Error(`not shown: ${text}; shown: ${(await this.client.paneText()).slice(-600)}`);
      await this.page.waitForTimeout(150);
    }
  }

  async reject(text) {
    for (const end = Date.now() + 1500; Date.now() < end; await this.page.waitForTimeout(150))
      if ((await this.client.paneText()).includes(plain(text))) throw new Error(`shown, though it must not be: ${text}`);
  }

  async command(spec) {
    const [id, text] = halves(spec, ' on ');
    const found = await this.page.evaluate(text => {
      document.querySelectorAll('[data-more]').forEach(e => e.removeAttribute('data-more'));
      const more = [...document.querySelectorAll('button[aria-label="Show more information"]')].filter(button => {
        const header = button.closest('[aria-label="Message header"]') || button.parentElement.parentElement;
        return header.parentElement.innerText.includes(text);
      }).at(-1);
      more?.setAttribute('data-more', '1');
      return Boolean(more);
    }, text);
    if (!found) throw new Error(`no message with the text: ${text}`);
    await this.page.locator('[data-more]').click();
    await this.page.getByText('Action Command', {exact: true}).click();
    await this.client.createCommand(id);
  }

  async compose(id) {
    await (await this.client.pane()).getByRole('button', {name: 'Trigger Message Extension App'}).first().click();
    await this.page.waitForTimeout(600);
    const entry = this.page.getByText(/Action(-Based)? (Message Extension|Command)/).first();
    if (!await this.client.dialog().locator('input[type=text]').count() && await entry.count()) await entry.click();
    await this.client.createCommand(id);
  }

  async close() { await this.client.dialog().last().getByRole('button', {name: /close/i}).first().click(); }

  async mock(entry) {
    await this.client.mockMenu(entry);
    const confirm = this.client.dialog().getByRole('button').filter({hasText: /^(Send activity|Send|OK|Confirm|Add|Remove|Rename|Submit)/});
    if (await confirm.count()) await confirm.last().click();
    await this.page.waitForTimeout(800);
  }

  async activity(json) {
    await this.client.mockMenu('Custom activity');
    const last = this.client.heard.findLast(each => each.from === 'teams' && each.activity?.conversation).activity;
    const {channelId, serviceUrl, recipient, conversation, from, channelData} = last;
    const whole = {id: String(Date.now()), timestamp: new Date().toISOString(), channelId, serviceUrl, recipient, conversation,
      from, channelData, ...JSON.parse(json)};
    await this.client.dialog().locator('.view-lines').click();
    for (const key of ['Control+A', 'Delete']) await this.page.keyboard.press(key);
    await this.page.keyboard.insertText(JSON.stringify(whole));
    await this.page.waitForTimeout(300);
    await this.client.dialog().getByRole('button').filter({hasText: 'Send activity'}).click();
    await this.page.waitForTimeout(1000);
  }

  async wait(ms) { await this.page.waitForTimeout(Number(ms)); }
}

function plain(text) { return text.replace(/\s+/g, ' '); }

function halves(spec, between) {
  const at = spec.indexOf(between);
  return at < 0 ? [spec, ''] : [spec.slice(0, at), spec.slice(at + between.length)];
}
