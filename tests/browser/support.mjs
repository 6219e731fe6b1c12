// A stack in memory, a browser, and what is looked at on every page.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SHOTS = `${ROOT}tests/screenshots/`;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const MOST_BYTES = 30 * 1024;
/** The app that people are invited to, and where it wants them back. */
const PORTAL = `Basic ${Buffer.from("acme-portal:demo-acme-portal-secret-never-deploy").toString("base64")}`;
const WELCOME = "https://portal.acme.example/welcome";

export const PASSWORD = "seven purple kettles sing";
/** Where the app is that people come from and go back to. Nobody answers there. */
export const CALLBACK = "http://localhost:3000/callback";
export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** Sizes, languages and colour schemes that pages are looked at in: any two of them meet in one. */
export const LOOKS = [
  { size: PHONE, locale: "en", scheme: "light" },
  { size: PHONE, locale: "de", scheme: "dark" },
  { size: DESKTOP, locale: "en", scheme: "dark" },
  { size: DESKTOP, locale: "de", scheme: "light" },
];

export function named({ size, locale, scheme }) {
  return `${size.width} ${locale} ${scheme}`;
}

/** Starts a stack and a browser for the tests of a file, and stops them after it. */
export function setUp() {
  const here = {};
  before(async () => {
    here.stack = await Stack.start();
    here.browser = await chromium.launch({
      executablePath: execFileSync(`${ROOT}scripts/chromium`, { encoding: "utf8" }).trim(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
    });
    mkdirSync(SHOTS, { recursive: true });
  });
  after(async () => {
    await here.browser?.close();
    await here.stack?.stop();
  });
  return here;
}

export class Stack {
  static async start() {
    const environment = { ...process.env, USHER_PORT: "0", USHER_DATA: ":memory:" };
    const child = spawn(process.env.USHER_LOCAL, { env: environment, stdio: ["ignore", "pipe", "inherit"] });
    for await (const line of createInterface({ input: child.stdout })) {
      // It prints its address once it answers.
      const found = /http:\/\/\S+/.exec(line);
      if (found) return Object.assign(new Stack(), { child, url: found[0] });
    }
    throw new Error("the stack did not start");
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => { this.child.once("exit", resolve); });
    this.child.kill();
    await gone;
  }

  /** Makes a person known, with a call that the command line signs; gives their address. */
  async provision({ locale = "en", tenant = "acme", ...more } = {}) {
    const name = crypto.randomUUID();
    const body = {
      labelpartner: tenant,
      customer_info: { first_name: "Zoë", last_name: "Müller", email_address: `${name}@example.org`, external_account_id: name, locale },
      installation_info: [{ external_installation_id: `home-${name}` }],
      ...more,
    };
    const words = ["call", "POST", "/v1/account", "--tenant", tenant, "--data", JSON.stringify(body)];
    const { stdout } = await promisify(execFile)(process.env.USHER, words, { env: { ...process.env, USHER_URL: this.url } });
    return { ...JSON.parse(stdout), address: body.customer_info.email_address };
  }

  /** What the command line answers to a call of acme's back office. */
  async call(method, path, body) {
    const words = ["call", method, path, ...(body ? ["--data", JSON.stringify(body)] : [])];
    const { stdout } = await promisify(execFile)(process.env.USHER, words, { env: { ...process.env, USHER_URL: this.url } });
    return JSON.parse(stdout);
  }

  /**
   * Invites a person to the portal, as its back end does, by text message where there is a number to be texted; gives their
   * address, their UUID and the link they were sent.
   */
  async invite({ locale = "en", texted, ...known } = {}) {
    const address = `${crypto.randomUUID()}@example.org`;
    const answer = await fetch(`${this.url}/idp/v1/account/pre-register`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: PORTAL },
      body: JSON.stringify({
        profile_fields: { emailAddress: address, ...(texted && { mobileNumber: texted }), ...known },
        client_id: "acme-portal", locale, auth_type: texted ? "sms" : "email", grant_type: "password", redirect_uri: WELCOME,
      }),
    });
    assert.equal(answer.status, 201, await answer.clone().text());
    const { uuid } = await answer.json();
    const { code, links } = await this.mail(texted ?? address);
    return { address, uuid, code, link: links.find((link) => link.includes("/activate?token=")) };
  }

  /** What the portal gets for the code that a person brings back. */
  async redeem(code) {
    const form = new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: WELCOME });
    return fetch(`${this.url}/token`, { method: "POST", headers: { authorization: PORTAL }, body: form });
  }

  /** The newest of at least `count` mails to an address, once they have come. */
  async mail(address, count = 1) {
    for (let tries = 0; tries < 400; tries += 1) {
      const mails = await (await fetch(`${this.url}/_local/messages?to=${encodeURIComponent(address)}`)).json();
      if (mails.length >= count) return mails[0];
      await new Promise((resolve) => { setTimeout(resolve, 25); });
    }
    throw new Error(`mail ${count} to ${address} did not come`);
  }

  async advance(seconds) {
    const answer = await fetch(`${this.url}/_local/clock`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ advance_seconds: seconds }),
    });
    assert.equal(answer.status, 200);
  }

  async token(username, password) {
    const form = new URLSearchParams({ grant_type: "password", client_id: "acme-app", username, password });
    return fetch(`${this.url}/v2/token`, { method: "POST", body: form });
  }
}

/** A page in a browser of its own, watched from its first request. */
export async function visit(t, { browser, stack }, { size, locale = "en", scheme = "light", script = true, ...more } = {}) {
  const context = await browser.newContext({
    baseURL: stack.url, viewport: size ?? PHONE, locale, colorScheme: scheme, javaScriptEnabled: script, ...more,
  });
  context.setDefaultTimeout(10_000);
  t.after(() => context.close());
  const complaints = [];
  context.on("console", (message) => {
    // Chromium logs a page whose status is an error, and the icon that it asks for by itself, as resources that failed.
    const { url } = message.location();
    const ownStatus = message.text().startsWith("Failed to load resource")
      && (url === message.page()?.url() || url === `${stack.url}/favicon.ico`);
    if (["error", "warning"].includes(message.type()) && !ownStatus) complaints.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`script: ${error.error()}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== stack.url) complaints.push(`request to ${request.url()}`);
  });
  const page = await context.newPage();
  return watch(page, complaints);
}

/** Remembers what the page that is shown was made of. */
export async function watch(page, complaints) {
  const loaded = { complaints, responses: [] };
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loaded.responses = [];
  });
  page.on("response", (response) => loaded.responses.push(response));
  page.loaded = loaded;
  return page;
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:recommended"],
  rules: {
    // The standard lets it be written small.
    "doctype-style": ["error", { style: "lowercase" }],
    // Askama leaves a space where a condition stood between two attributes.
    "no-trailing-whitespace": "off",
    // A button in a form submits it unless it says otherwise, which is what most of ours do.
    "no-implicit-button-type": "off",
    // `<output>`, which it wants instead of role="status", is not announced where it is filled by a script's timer.
    "prefer-native-element": "off",
    // HTML lets an id hold anything but spaces; fields of an app have the name they are posted under, with dots.
    "valid-id": ["error", { relaxed: true }],
    // The inbox, where there is no script, looks again every five seconds.
    "meta-refresh": "off",
  },
});

/** Looks at the page as it is now: valid, light, accessible, whole, without complaint; keeps a picture of it. */
export async function look(page, name, { weigh = true, valid = true, script = true, still = weigh && script, whole = true } = {}) {
  await page.waitForLoadState("load");
  const at = `${name}: ${page.url().split("?")[0]}`;
  const { complaints, responses } = page.loaded;
  const bodies = await Promise.all(responses.filter((response) => response.status() < 300 || response.status() >= 400)
    .map(async (response) => ({ response, body: await response.body() })));
  const main = bodies.find(({ response }) => response.request().isNavigationRequest() && response.frame() === page.mainFrame());
  if (valid && main) assertValid(main.body.toString(), at);
  const bytes = bodies.reduce((sum, { body }) => sum + body.length, 0);
  if (weigh) assert.ok(bytes > 0 && bytes < MOST_BYTES, `${at} weighs ${bytes} bytes`);
  if (still) await assertStill(page, at);
  await shoot(page, name, whole);
  await assertFits(page, at);
  // What judges accessibility is a script.
  if (script) await assertAccessible(page, at);
  assert.deepEqual(complaints, [], at);
}

export async function assertFits(page, at) {
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= window, `${at} is ${wide} px wide in a window of ${window}`);
}

/** Nothing has moved since the page began to load, but for what the person made move. */
export async function assertStill(page, at) {
  const moved = await page.evaluate(() => new Promise((resolve) => {
    const shifts = [];
    const add = (list) => {
      for (const { sources } of list.getEntries()) {
        shifts.push(...sources.map(({ node, previousRect, currentRect }) =>
          `${node?.parentElement?.className} ${node?.nodeName} from ${previousRect.x},${previousRect.y} to ${currentRect.x},${currentRect.y}`));
      }
    };
    const observer = new PerformanceObserver(add);
    observer.observe({ type: "layout-shift", buffered: true });
    // What has been kept for observers is handed over before the frame after the next.
    requestAnimationFrame(() => requestAnimationFrame(() => { add({ getEntries: () => observer.takeRecords() }); resolve(shifts); }));
  }));
  assert.deepEqual(moved, [], `${at} moves while it loads`);
}

/** Looks at the page in the light scheme, and at what is different in the dark one: the colours. */
export async function lookInBoth(page, name) {
  await page.emulateMedia({ colorScheme: "light" });
  await look(page, `${name} light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await shoot(page, `${name} dark`);
  await assertAccessible(page, `${name} dark`, { runOnly: ["color-contrast"] });
}

async function shoot(page, name, whole = true) {
  await page.screenshot({ path: `${SHOTS}${name.replaceAll(/[^\w]+/g, "-")}.png`, fullPage: whole });
}

/** Presses what leads to the app, which is not there, and gives what it would have got. */
export async function toTheApp(page, press) {
  const asked = page.waitForRequest((request) => request.url().startsWith(CALLBACK));
  // Nobody answers there; what the browser shows instead has to be there before it is sent on.
  const shown = page.waitForEvent("framenavigated", (frame) => frame.url().startsWith("chrome-error:"));
  await press();
  const request = await asked;
  await shown;
  page.loaded.complaints.length = 0;
  return request.method() === "POST" ? new URLSearchParams(request.postData()) : new URL(request.url()).searchParams;
}

/** Ticks what an invited person cannot go on without. */
export async function agree(page) {
  for (const box of await page.locator("main input[type=checkbox][required]").all()) await box.check();
}

/** Presses Tab until `locator` has the focus, which has to be seen; never more than the page has stops. */
export async function tabTo(page, locator) {
  for (let stops = 0; stops < 30; stops += 1) {
    await page.keyboard.press("Tab");
    if (await locator.evaluate((node) => node === document.activeElement)) {
      const outline = await locator.evaluate((node) => getComputedStyle(node).outlineStyle);
      assert.notEqual(outline, "none", "the focus is seen");
      return;
    }
  }
  assert.fail(`the keyboard does not reach ${locator}`);
}

async function assertAccessible(page, at, options = {}) {
  const asked = JSON.stringify({ resultTypes: ["violations"], ...options });
  const { violations } = await page.evaluate(`${AXE}; axe.run(document, ${asked})`);
  const bad = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  assert.deepEqual(bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" · ")}`), [], at);
}

function assertValid(html, at) {
  const { results } = validator.validateStringSync(html);
  const flaws = results.flatMap(({ messages }) => messages).map(({ ruleId, message, line }) => `line ${line}: ${message} (${ruleId})`);
  assert.deepEqual(flaws, [], `${at} is not valid HTML`);
}

/** The words of a language, as people read them. */
export function words(locale) {
  const lines = readFileSync(`${ROOT}functions/locales/${locale}.ftl`, "utf8").split("\n");
  const known = new Map(lines.map((line) => /^([a-z][\w-]*) = (.+)$/.exec(line)).filter(Boolean).map(([, id, text]) => [id, text]));
  return (id, variables = {}) => {
    assert.ok(known.has(id), `${locale}.ftl has no ${id}`);
    return known.get(id).replaceAll(/\{ \$(\w+) \}/g, (_, name) => variables[name]);
  };
}
