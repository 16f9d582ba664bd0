// The line to the server: one WebSocket that comes back by itself, and an outbox so that nothing typed is lost.
//
// One message is under way at a time; it leaves the outbox when the server answers with its number. After a broken
// line it goes out again under the same key: the server sees whether it had arrived.

import { freshId, keep, recall } from "./session.js";

const LARGEST_FRAME = 64 * 1024 - 512; // bytes that the server takes, less what the line adds
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8000;

export class Line {
  /** greet() gives the hello, prompt() the token of the open question; hear(message, answered) takes what comes. */
  constructor({ greet, prompt, hear, status }) {
    this.greet = greet;
    this.prompt = prompt;
    this.hear = hear;
    this.status = status;
    this.outbox = recall("outbox", []);
    this.number = recall("number", 0);
    this.wait = FIRST_WAIT_MS;
    this.socket = null;
    window.addEventListener("online", () => this.open());
  }

  open() {
    clearTimeout(this.timer);
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
    this.socket = socket;
    this.underWay = false;
    socket.addEventListener("open", () => this.hello());
    socket.addEventListener("message", (event) => this.receive(JSON.parse(event.data)));
    socket.addEventListener("close", () => socket === this.socket && this.retry());
  }

  hello() {
    this.socket.send(JSON.stringify({ type: "hello", ...this.greet() }));
  }

  fits(message) {
    return new TextEncoder().encode(JSON.stringify(message)).length <= LARGEST_FRAME;
  }

  /** Put a message in the outbox and send it as soon as possible; gives its number. */
  send(message) {
    this.number += 1;
    this.outbox.push({ ...message, id: this.number, key: freshId() });
    this.remember();
    this.next();
    return this.number;
  }

  /** True while that message waits in the outbox. */
  holds(number) {
    return this.outbox.some((message) => message.id === number);
  }

  /** True while something waits to be sent or answered. */
  get busy() {
    return this.outbox.length > 0;
  }

  get online() {
    return this.socket?.readyState === WebSocket.OPEN && this.greeted === this.socket;
  }

  receive(message) {
    if (message.type === "state") this.greeted = this.socket;
    const answered = this.answers(message) ? this.outbox.shift() : null;
    if (answered) {
      this.underWay = false;
      this.remember();
    }
    this.hear(message, answered);
    if (message.type === "state") {
      this.wait = FIRST_WAIT_MS;
      this.status(true);
    }
    this.next();
  }

  /** True for what ends the message under way: the reply to it, or the refusal of a frame that could not be read. */
  answers(message) {
    return this.underWay && (message.re === this.outbox[0].id || (message.type === "error" && !message.re));
  }

  next() {
    const message = this.outbox[0];
    if (!message || this.underWay || !this.online) return;
    message.open ??= this.prompt(); // stays here: the question that opens again when the turn fails
    const { open, ...frame } = message;
    this.socket.send(JSON.stringify(frame));
    this.underWay = true;
    this.remember();
  }

  /** Confirm what the coach said: it is kept here, and is not told again. */
  confirm(key) {
    this.socket.send(JSON.stringify({ type: "heard", key }));
  }

  retry() {
    this.status(false);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  remember() {
    keep("outbox", this.outbox);
    keep("number", this.number);
  }
}
