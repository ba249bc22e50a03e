import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { docsLint, inProject } from '../cli/console.ts'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((it) =>
  existsSync(it),
)

// A browser starts slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

/** The HTML report where it is read: in a browser, if this machine has one. */
describe.skipIf(!executable)('the HTML report in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] })
  })
  afterAll(async () => await browser?.close())

  test('filters, keys and both colour schemes work, and nothing is blocked or loaded', async () => {
    await inProject(new Map(), async (folder) => {
      await docsLint(['--format', 'html=report.html'], folder)
      const page = await browser.newPage({ colorScheme: 'dark' })
      const complaints: string[] = []
      page.on('console', (it) => complaints.push(it.text()))
      page.on('pageerror', (it) => complaints.push(String(it)))
      page.on('request', (it) => it.url().startsWith('file:') || complaints.push(it.url()))
      await page.goto(pathToFileURL(join(folder, 'report.html')).href)

      const background = async () => await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      const dark = await background()
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await background()).not.toBe(dark)

      const shown = page.locator('article:visible')
      const all = await shown.count()
      expect(all).toBeGreaterThan(5)
      await page.keyboard.press('/')
      await page.keyboard.type('erors.md')
      expect(await shown.count()).toBe(1)
      await page.locator('input[type=search]').fill('')
      await page.locator('select[name=family]').selectOption('samples')
      expect(await shown.count()).toBeLessThan(all)
      await page.locator('select[name=family]').selectOption('')
      await page.keyboard.press('Escape')
      await page.locator('h1').click()
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      expect(
        await page.evaluate<number>('[...document.querySelectorAll("article")].indexOf(document.activeElement)'),
      ).toBe(1)

      const button = page.getByRole('button', { name: /^invalid-json/ })
      await button.click()
      expect(await button.getAttribute('aria-pressed')).toBe('true')
      expect(await shown.count()).toBe(1)
      expect(await page.locator('article:visible ins').allTextContents()).toEqual([','])
      await button.press('Enter')
      expect(await shown.count()).toBe(all)

      const titles = async () => await page.locator('main h2:visible').allTextContents()
      expect((await titles())[0]).toBe('berths.md 7')
      await page.locator('h1').click()
      await page.keyboard.press('g')
      expect((await titles())[0]).toMatch(/^sample-mismatch /)
      expect(await shown.count()).toBe(all)
      await page.keyboard.press('g')
      expect((await titles())[0]).toBe('berths.md 7')
      expect(complaints).toEqual([])
      if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT, fullPage: true })
    })
  })
})
