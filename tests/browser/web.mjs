// A browser without a window: it keeps our cookies, goes where answers lead, and sends the forms of pages.
import assert from "node:assert/strict";
import { PASSWORD } from "./support.mjs";

export class Web {
  #cookies = new Map();

  constructor(stack) {
    this.stack = stack;
  }

  /** Opens an address and goes where it leads, as long as that is on our side: gives the page, or the address elsewhere. */
  async open(link, init = {}) {
    let url = new URL(link, this.stack.url);
    for (let hops = 0; hops < 10; hops += 1) {
      if (url.origin !== this.stack.url) return { url };
      const cookie = [...this.#cookies].map((pair) => pair.join("=")).join("; ");
      const answer = await fetch(url, { ...init, redirect: "manual", headers: { accept: "text/html", cookie } });
      answer.headers.getSetCookie().forEach((set) => this.#keep(set));
      const to = answer.headers.get("location");
      if (to === null) return { url, status: answer.status, html: await answer.text() };
      url = new URL(to, url);
      init = {};
    }
    throw new Error("in circles");
  }

  #keep(set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(set);
    if (/max-age=0/i.test(set)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  /** Sends the form of a page with what a person fills in, and goes where that leads. */
  async send(page, typed) {
    const { action, fields } = formOf(page);
    return this.open(action, { method: "POST", body: new URLSearchParams({ ...fields, ...typed }) });
  }

  /** Registers somebody new on the page that an app leads to, and comes back to the app by way of the mail. */
  async register(link) {
    const address = `${crypto.randomUUID()}@example.org`;
    const signIn = await this.open(link);
    const form = await this.open(linkTo(signIn, "/register?"));
    const typed = { email: address, password: PASSWORD, "profile.firstName": "Zoë", "profile.lastName": "Müller" };
    assert.equal((await this.send(form, typed)).status, 200);
    const { links } = await this.stack.mail(address);
    const mailed = await this.open(links.find((href) => href.includes("/activate?token=")));
    const done = await this.send(mailed, { confirm: "yes" });
    return { address, back: (await this.open(linkTo(done, "/authorize?"))).url };
  }

  /** Signs somebody in on the page that an app leads to; gives the address that the browser comes back to the app with. */
  async signIn(link, email) {
    return (await this.send(await this.open(link), { email, password: PASSWORD })).url;
  }
}

const decoded = (text) => text.replaceAll("&#38;", "&").replaceAll("&amp;", "&");

function linkTo({ html, url }, path) {
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => decoded(href));
  const found = hrefs.find((href) => href.startsWith(path));
  assert.ok(found, `${url} has no link to ${path}`);
  return found;
}

/** Where the first form in the middle of a page leads, and what it holds already. */
export function formOf({ html, url }) {
  const found = /<main[^]*?<form method="post" action="([^"]*)"[^>]*>([^]*?)<\/form>/.exec(html);
  assert.ok(found, `${url} has no form: ${html}`);
  const hidden = found[2].matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return { action: decoded(found[1]), fields: Object.fromEntries([...hidden].map(([, name, value]) => [name, decoded(value)])) };
}
