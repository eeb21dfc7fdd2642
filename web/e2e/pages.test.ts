import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, launch, visit } from './browser';
import { serve, type RunningPage } from './server';

let browser: Browser;
let site: RunningPage;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const standings = '/standings/competition/2';
const explanation = `${standings}/县卫健委/N`;
const ready = (page: Page) => page.waitForSelector('.group table, article, .notice');

async function open(path: string, reader = {}) {
  const visited = await visit(browser, site.address + path, reader);
  await ready(visited.page);
  if (path.startsWith(`${standings}/`)) {
    await visited.page.waitForSelector('.told .step');
  }
  return visited;
}

const text = (page: Page, selector: string) => page.locator(selector).first().innerText();

describe('Standings', () => {
  test('are what a visitor sees first, and say what they are', async () => {
    const { page, context, complaints } = await open('/');
    expect(new URL(page.url()).pathname).toBe(standings);
    expect(await text(page, 'h1')).toContain('百日竞赛考核办法');
    expect(await text(page, '.what')).toContain('点任意一个数');
    expect(await text(page, '.data')).toContain('事实 2,631 条');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('show every unit with its numbers as published, marks and proposals', async () => {
    const { page, context } = await open(standings);
    expect(await page.locator('tbody tr').count()).toBe(37);
    expect(await page.locator('tbody tr', { hasText: '县卫健委' }).innerText()).toMatch(
      /^第一\s+县卫健委\s+4\.9000\s+12\s+40\.83\s+71\.43\s+100\.00\s+5\.00\s+2\.00\s+0\.00\s+69\.15\s+红旗/,
    );
    expect(await page.locator('tbody tr', { hasText: '红滩镇' }).innerText()).toContain('一票否决');
    await context.close();
  });

  test('lead from any number to its explanation and back to where one was', async () => {
    const { page, context, complaints } = await open(standings);
    await page.locator('tbody tr', { hasText: '县卫健委' }).getByText('40.83').click();
    await page.waitForSelector('.told .step');
    expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(explanation);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(standings);
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('40.83');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('are walked with arrow keys', async () => {
    const { page, context } = await open(standings);
    const unit = page.locator('tbody tr', { hasText: '县卫健委' }).locator('th a');
    await unit.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('12');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog');
    expect(decodeURIComponent(page.url())).toContain('县行政审批局/target');
    await context.close();
  });

  test('change with method and period, by their address', async () => {
    const { page, context } = await open(standings);
    await page.locator('.choice select').first().selectOption('monthly');
    await page.waitForURL('**/standings/monthly/2021-11');
    await page.goBack();
    await page.waitForURL(`**${standings}`);
    await page.locator('.choice select').nth(1).selectOption('1');
    await page.waitForSelector('.notice');
    expect(await text(page, '.notice')).toContain('这个办法没有这一期。');
    await context.close();
  });

  test('fit a phone: only the tables scroll, and the unit stays', async () => {
    const { page, context } = await open(standings, { width: 360 });
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(360);
    const box = page.locator('.group .scrolls').first();
    await box.evaluate((element) => (element.scrollLeft = 400));
    const unit = await box.locator('tbody th').first().boundingBox();
    expect(unit?.x).toBeGreaterThanOrEqual(0);
    expect(unit?.x).toBeLessThan(40);
    await context.close();
  });

  test('say what to do when the server is away, and try again', async () => {
    const { page, context } = await open(standings);
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.choice select').first().selectOption('monthly');
    await page.waitForSelector('.notice');
    expect(await text(page, '.notice')).toContain('连不上服务器');
    await page.unroute('**/api/**');
    await page.getByText('再试一次').click();
    await page.waitForSelector('.group table');
    await context.close();
  });
});

describe('An explanation', () => {
  test('stands at its own address with article, formula, values and rounding', async () => {
    const { page, context, complaints } = await open(explanation);
    expect(await page.title()).toBe('县卫健委 · 望海县 · 奔牛');
    expect(await text(page, '.told header')).toMatch(/数量分\s+N\s+40\.83/);
    expect(await text(page, '.told .article')).toContain('R = Σ 阶段基数 × 规模系数 × 份额');
    const step = await text(page, '.told .step');
    expect(step).toContain('取小(120, 100 × R ÷ T)');
    expect(step).toContain('取小(120, 100 × 4.9 ÷ 12) = 40.8333…');
    expect(step).toMatch(/40\.8333… → 40\.83\s+保留 2 位小数，四舍五入/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('opens down to the facts, which add up, and to those that were not counted', async () => {
    const { page, context } = await open(explanation);
    await page.locator('summary', { hasText: /^R/ }).click();
    await page.waitForSelector('.told .facts .amount');
    const amounts = await page.locator('.told .facts > ol .amount strong').allInnerTexts();
    const total = await text(page, '.total strong');
    const inTenThousandths = (number: string) => Math.round(Number(number) * 10_000);
    expect(amounts.map(inTenThousandths).reduce((sum, each) => sum + each, 0)).toBe(
      inTenThousandths(total),
    );
    expect(await text(page, '.told .facts > ol li')).toMatch(/02 招商项目台账\.xlsx · .+ · 第 \d+ 行/);
    await page.locator('.amount button').first().click();
    expect(await text(page, '.details')).toContain('规模系数');
    await page.locator('.left summary').click();
    expect(await text(page, '.left .reason')).toContain('不满足“');
    await context.close();
  });

  test('of a total leads to everything that it names', async () => {
    const { page, context } = await open(`${standings}/县卫健委`);
    const names = await page.locator('.told .detail > summary .label').allInnerTexts();
    expect(names.map((name) => name.split(/\s/)[0])).toEqual(['N', 'Q', 'P', 'W', '加分', '减分']);
    await context.close();
  });

  test('tells awards by their articles, and a veto by its facts', async () => {
    const { page, context } = await open(explanation);
    await page.locator('dialog nav a', { hasText: '拟授' }).click();
    await page.waitForSelector('.only');
    expect(await text(page, '.told')).toContain('按条件列入拟授名单。');
    expect(await text(page, '.told')).toContain('在名额外，不列入');
    expect(await text(page, '.conditions')).toMatch(/✓\s*F ≥ 60：69\.15 ≥ 60 → 成立/);
    await context.close();
    const vetoed = await open(`${standings}/红滩镇/veto`);
    expect(await text(vetoed.page, '.told .facts')).toContain('计入的事实 1 条');
    expect(await text(vetoed.page, '.effects')).toContain('未被一票否决”（第十五条）');
    await vetoed.context.close();
  });

  test('tells a rank by the group in its order and the key that decided', async () => {
    const { page, context, complaints } = await open(explanation);
    await page.locator('dialog nav a', { hasText: '名次' }).click();
    await page.waitForSelector('.told tr.own');
    expect(await text(page, '.told tr.own')).toMatch(/^1\s+县卫健委\s+是\s+69\.15/);
    expect(await text(page, '.told ul')).toMatch(/^在.+之前：F，本单位 69\.15，对方 54\.64。/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('leads to the article in the method', async () => {
    const { page, context } = await open(explanation);
    await page.getByText('在办法中查看').click();
    await page.waitForSelector('article');
    expect(decodeURIComponent(page.url())).toMatch(/\/methods\/competition#第八条$/);
    const place = await page.locator('article#第八条').boundingBox();
    expect(place?.y).toBeLessThan(200);
    await context.close();
  });
});

test('The method shows prose and block side by side', async () => {
  const { page, context, complaints } = await open('/methods/competition');
  expect(await page.locator('article').count()).toBe(18);
  const article = page.locator('article#第三条');
  expect(await article.locator('.prose').innerText()).toMatch(/^F = 0\.35·N/);
  expect(await article.locator('pre').innerText()).toMatch(/^item F "总分" = clamp\(/);
  expect(complaints).toEqual([]);
  await context.close();
});

test('A reader’s language, theme and type are kept', async () => {
  const { page, context } = await open(standings);
  await page.getByText('English').click();
  await page.getByText('Dark').click();
  await page.getByText('Large type').click();
  await page.reload();
  await ready(page);
  expect(await text(page, '.what')).toContain('Choose any number');
  expect(await page.evaluate('document.documentElement.outerHTML.slice(0, 60)')).toMatch(
    /lang="en".*data-theme="dark".*data-type="large"/,
  );
  await context.close();
});

test('The first key press skips to the content', async () => {
  const { page, context } = await open(standings);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到正文');
  await context.close();
});

test('An unknown place says so and leads back', async () => {
  const { page, context } = await visit(browser, `${site.address}/nowhere/at-all`);
  expect(await text(page, 'main')).toContain('没有这个页面');
  await page.getByText('回到首页').click();
  await page.waitForSelector('.group table');
  await context.close();
});

describe('Nobody is kept out', () => {
  const places = ['/', standings, explanation, `${standings}/红滩镇/veto`, `${standings}/县卫健委/rank`, `${standings}/县卫健委/flag`, '/methods/competition', '/nowhere/x'];
  for (const language of ['zh-CN', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`${language}, ${theme}`, async () => {
        for (const path of places) {
          const { page, context } = await visit(browser, site.address + path, { language, theme });
          await page.waitForSelector('.group table, .told .step, article, h1');
          await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
          await page.waitForTimeout(300);
          expect(await barriers(page), path).toEqual([]);
          await context.close();
        }
      });
    }
  }
});
