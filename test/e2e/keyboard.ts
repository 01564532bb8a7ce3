import type { Page } from 'playwright-core'

/** A person who uses the keyboard alone and finds everything by its accessible name. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses Tab until the element with this name has the focus; the name may be the whole text or its label. */
  async to(name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      await this.page.keyboard.press('Tab')
      const found = await this.focused()
      if (typeof name === 'string' ? found === name : name.test(found)) return
    }
    throw new Error(`Tab does not reach ${String(name)}; the focus is at "${await this.focused()}"`)
  }

  /** Goes to a link or button and presses Enter. */
  async press(name: string | RegExp): Promise<void> {
    await this.to(name)
    await this.page.keyboard.press('Enter')
  }

  /** Goes to an input and replaces what stands in it. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.to(name)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(text)
  }

  /** Opens a choice, goes to an option by its first word (a space would take what is under the focus) and takes it. */
  async choose(name: string | RegExp, option: string): Promise<void> {
    await this.to(name)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('option', { name: option, exact: true }).waitFor()
    await this.page.keyboard.type(option.split(' ')[0] ?? option)
    await this.page.keyboard.press('Enter')
  }

  /** Types into a choice that searches, and takes what it finds once that is the only one. */
  async search(name: string | RegExp, text: string): Promise<void> {
    await this.to(name)
    await this.page.keyboard.type(text)
    await this.page.getByRole('option', { name: text }).first().waitFor()
    while ((await this.page.getByRole('option').count()) > 1) await this.page.waitForTimeout(50)
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const labels = (element as HTMLInputElement | null)?.labels
      const labelled = element?.getAttribute('aria-labelledby')?.split(' ') ?? []
      const text =
        element?.getAttribute('aria-label') ??
        (labels?.length ? labels[0]?.textContent : null) ??
        (labelled.length > 0 ? labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : null) ??
        element?.textContent
      return (text ?? '').replace(/[\s*\u2009]+$/g, '').trim()
    })
  }
}
