import { chromium } from 'playwright-core';
const base = 'http://127.0.0.1:8097';
const out = '/tmp/webdev/shots';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
async function shoot(name, path, { width = 1440, height = 900, prefs = {}, full = true, act } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('console', (m) => { if (m.type() === 'error' || m.type()==='warning') console.log(name, m.text()); });
  page.on('pageerror', (e) => console.log(name, String(e)));
  await page.addInitScript((p) => localStorage.setItem('benniu.preferences', JSON.stringify(p)), prefs);
  await page.goto(base + path);
  await page.waitForSelector('table, .notice, h1', {state:'attached'}); await page.waitForTimeout(900);
  if (act) await act(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: full });
  await context.close();
}
const u = encodeURIComponent;
const only = process.argv[2];
const shots = {
  standings: () => shoot('standings', '/standings/competition/2'),
  monthly: () => shoot('monthly', '/standings/monthly/2021-11'),
  dark: () => shoot('dark', '/standings/competition/2', { prefs: { theme: 'dark' }, full: false }),
  en: () => shoot('en', '/standings/monthly/2021-11', { prefs: { language: 'en' }, full: false }),
  large: () => shoot('large', '/standings/competition/2', { prefs: { type: 'large' }, full: false }),
  phone: () => shoot('phone', '/standings/competition/2', { width: 390, height: 844, full: false, act: async (p) => { await p.locator('.group .scrolls').first().scrollIntoViewIfNeeded(); await p.locator('.group .scrolls').first().evaluate((e) => { e.scrollLeft = 120; }); } }),
  phone0: () => shoot('phone0', '/standings/competition/2', { width: 390, height: 844, full: false }),
  explainN: () => shoot('explainN', `/standings/competition/2/${u('县工业园')}/N`, { full: false, height: 1300, act: async (p) => { await p.locator('details.detail > summary').first().click(); await p.waitForTimeout(200);} }),
  explainN2: () => shoot('explainN2', `/standings/competition/2/${u('县工业园')}/N`, { full: false, height: 1300, act: async (p) => { await p.locator('details.detail > summary').first().click(); await p.locator('.amount button').nth(1).click(); await p.locator('details.left > summary').first().click(); await p.locator('details.left').first().scrollIntoViewIfNeeded(); await p.locator('dialog').evaluate(e=>e.scrollTop+=600);} }),
  explainF: () => shoot('explainF', `/standings/competition/2/${u('县工业园')}`, { full: false }),
  explainQ: () => shoot('explainQ', `/standings/competition/2/${u('县工业园')}/Q`, { full: false, height: 1200, act: async (p) => { await p.locator('.parts details.detail > summary').first().click(); await p.waitForTimeout(100); await p.locator('.parts details.detail .inside details > summary').first().click(); } }),
  explainFlag: () => shoot('explainFlag', `/standings/competition/2/${u('沿海工业园')}/flag`, { full: false, height: 1200 }),
  explainPart: () => shoot('explainPart', `/standings/monthly/2021-11/${u('县工业园')}/${u('平安稳定')}`, { full: false, height: 1200, act: async (p) => { for (let i=0;i<3;i++){ const c = p.locator('details.detail:not([open]) > summary').first(); if (await c.count()) await c.click(); await p.waitForTimeout(80);} } }),
  explainPhone: () => shoot('explainPhone', `/standings/competition/2/${u('县工业园')}/N`, { full: false, width: 390, height: 1400, act: async (p) => { await p.locator('details.detail > summary').first().click(); } }),
  explainDark: () => shoot('explainDark', `/standings/competition/2/${u('城南街道')}/P`, { full: false, prefs: { theme: 'dark' } }),
  explainEn: () => shoot('explainEn', `/standings/competition/2/${u('城南街道')}/deduct`, { full: false, prefs: { language: 'en' } }),
  method: () => shoot('method', '/methods/competition', { full: false, height: 1400 }),
  methodHash: () => shoot('methodHash', '/methods/competition#' + u('第八条'), { full: false }),
  methodPhone: () => shoot('methodPhone', '/methods/competition', { full: false, width: 390, height: 1000 }),
  methodDark: () => shoot('methodDark', '/methods/monthly', { full: false, prefs: { theme: 'dark', language: 'en' } }),
  nowhere: () => shoot('nowhere', '/nix/da', { full: false, height: 600 }),
  missing: () => shoot('missing', '/standings/competition/77', { full: false, height: 700 }),
};
for (const [name, go] of Object.entries(shots)) if (!only || only.split(',').includes(name)) await go();
await browser.close();
