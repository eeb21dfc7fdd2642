// Debian's Chromium, driven without downloading another; every page notes what it should not do.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Reader {
  language?: string;
  theme?: string;
  type?: string;
  width?: number;
}

export interface Visit {
  page: Page;
  context: BrowserContext;
  complaints: string[]; // errors of the page, and requests to elsewhere
}

export async function visit(browser: Browser, address: string, reader: Reader = {}): Promise<Visit> {
  const { width = 1280, ...preferences } = reader;
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) {
      complaints.push(`asked elsewhere: ${request.url()}`);
    }
  });
  await page.addInitScript((kept) => {
    if (window.localStorage.getItem('benniu.preferences') === null) {
      window.localStorage.setItem('benniu.preferences', JSON.stringify(kept));
    }
  }, preferences);
  await page.goto(address);
  return { page, context, complaints };
}

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}

// What axe finds that keeps people out: serious and critical.
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const result = await page.evaluate<AxeResult>('axe.run()');
  return result.violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${each.id}: ${each.nodes[0]?.html ?? ''}`);
}
