/// <reference lib="dom" />
/** The studio window as a user sees it: by labels, roles and words. */
import { expect } from '@playwright/test';
import type { ElectronApplication, Locator, Page } from '@playwright/test';

export class Studio {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** Errors that the page reported; a test ends with none. */
  readonly problems: string[] = [];
  private closed = false;

  private constructor(application: ElectronApplication, page: Page) {
    this.application = application;
    this.page = page;
    application.on('close', () => {
      this.closed = true;
    });
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
  }

  static async of(application: ElectronApplication): Promise<Studio> {
    const isStudio = (page: Page) => page.url().endsWith('/index.html');
    const page =
      application.windows().find(isStudio) ??
      (await application.waitForEvent('window', { predicate: isStudio }));
    const studio = new Studio(application, page);
    await expect(studio.prompt).toBeVisible();
    // The page is there before the rest of main: what only main has, its menu say, is there once it answers.
    await page.evaluate(() => window.videoChat.operations());
    return studio;
  }

  get prompt(): Locator {
    return this.page.getByRole('textbox', { name: 'Prompt', exact: true });
  }

  get generateButton(): Locator {
    return this.page.getByRole('button', {
      name: /^(Generate (Video|from (Image|Frames|References))|(Extend|Change) Clip)/,
    });
  }

  get cards(): Locator {
    return this.page.locator('[data-operation-id]');
  }

  /** The card of a prompt. */
  card(prompt: string): Locator {
    return this.cards.filter({ hasText: prompt });
  }

  async generate(prompt: string): Promise<Locator> {
    await this.prompt.fill(prompt);
    await this.generateButton.click();
    const card = this.card(prompt).first();
    await expect(card).toBeVisible();
    return card;
  }

  async expectPhase(card: Locator, phase: string): Promise<void> {
    await expect(card).toHaveAttribute('data-phase', phase);
  }

  /** Generates a clip and waits until it is in the library. */
  async makeClip(prompt: string): Promise<Locator> {
    const card = await this.generate(prompt);
    await this.expectPhase(card, 'completed');
    return card;
  }

  /** Opens a clip, and waits until so many seconds of it have gone by. */
  async play(card: Locator, seconds = 0.2): Promise<{ player: Locator; video: Locator }> {
    await card.getByRole('button', { name: /^Play: / }).click();
    const player = this.page.getByRole('dialog', { name: 'Player' });
    const video = player.getByLabel('Clip', { exact: true });
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(seconds);
    return { player, video };
  }

  /** Answers the next native save dialogs with this path; null means that the user closes it. Gives what it was asked. */
  async answerSaveDialog(filePath: string | null): Promise<() => Promise<Electron.SaveDialogOptions[]>> {
    await this.application.evaluate(({ dialog }, answer) => {
      const asked: Electron.SaveDialogOptions[] = [];
      Object.assign(globalThis, { askedToSave: asked });
      const stub = (...args: unknown[]) => {
        asked.push(args.at(-1) as Electron.SaveDialogOptions);
        return Promise.resolve({ canceled: answer === null, filePath: answer ?? '' });
      };
      Object.assign(dialog, { showSaveDialog: stub });
    }, filePath);
    return () =>
      this.application.evaluate(
        () => (globalThis as unknown as { askedToSave: Electron.SaveDialogOptions[] }).askedToSave,
      );
  }

  async resize(width: number, height: number): Promise<void> {
    await this.application.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().endsWith('/index.html'))
          ?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await expect
      .poll(() => this.page.evaluate(() => [window.innerWidth, window.innerHeight]))
      .toEqual([width, height]);
  }

  get composer(): Locator {
    return this.page.getByRole('region', { name: 'New clip' });
  }

  get negativePrompt(): Locator {
    return this.page.getByRole('textbox', { name: 'Negative prompt' });
  }

  /** The composer's image well. */
  get firstFrame(): Locator {
    return this.composer.getByRole('region', { name: 'First frame' });
  }

  get gallery(): Locator {
    return this.page.getByRole('region', { name: 'Clips' });
  }

  /** One of the composer's settings: `setting('Resolution', '1080p')`. */
  setting(name: string, option: string): Locator {
    return this.composer.getByRole('group', { name }).getByRole('radio', { name: option, exact: true });
  }

  /** Makes a choice in one of the composer’s settings. */
  async choose(name: string, option: string): Promise<void> {
    await this.setting(name, option).check();
    await expect(this.setting(name, option)).toBeChecked();
  }

  /** Gives the native file chooser, opened by this click, a file, and waits until it is in the well. */
  async chooseImage(
    file: string,
    opener = this.firstFrame.getByRole('button', { name: /^Choose an image/ }),
  ) {
    const chooser = this.page.waitForEvent('filechooser');
    await opener.click();
    await (await chooser).setFiles(file);
    await expect(this.firstFrame.getByRole('img', { name: /^First frame: / })).toBeVisible();
  }

  /** The problems so far, for a test in which they are the point; they no longer fail it. */
  takeProblems(): string[] {
    return this.problems.splice(0);
  }

  /** Ends the app as a crash does: nothing is told to it, nothing is waited for. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.application.process().once('exit', resolve));
    this.application.process().kill('SIGKILL');
    await gone;
  }

  isClosed(): boolean {
    return this.closed;
  }

  async close(): Promise<void> {
    if (!this.closed) await this.application.close();
  }
}
