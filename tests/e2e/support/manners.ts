/** What a desktop shows around the window. A test cannot see the real ones, so main's own are replaced. */
import type { Studio } from './studio.ts';

interface Desk {
  notifications: { title: string; body: string }[];
  clickLast(): void;
  /** How often the window was brought to the front. */
  broughtUp: number;
  /** The blockers that hold the computer awake right now, and the types of all that ever did. */
  awake: number[];
  blockerTypes: string[];
  progress: number[];
}

type WithDesk = typeof globalThis & { desk: Desk };

/** Watches the desktop from here on. */
export async function watchDesk({ application }: Studio) {
  await application.evaluate(({ Notification, powerSaveBlocker, BrowserWindow }) => {
    const desk: Desk = {
      notifications: [],
      clickLast: () => undefined,
      broughtUp: 0,
      awake: [],
      blockerTypes: [],
      progress: [],
    };
    Object.assign(globalThis, { desk });
    Object.assign(Notification, { isSupported: () => true });
    Object.assign(Notification.prototype, {
      show(this: Electron.Notification) {
        desk.clickLast = () => this.emit('click');
        desk.notifications.push({ title: this.title, body: this.body });
      },
    });
    Object.assign(powerSaveBlocker, {
      start(type: string) {
        const id = desk.blockerTypes.push(type);
        desk.awake.push(id);
        return id;
      },
      stop(id: number) {
        desk.awake = desk.awake.filter((other) => other !== id);
      },
    });
    for (const window of BrowserWindow.getAllWindows()) {
      Object.assign(window, {
        setProgressBar: (value: number) => desk.progress.push(value),
        focus() {
          desk.broughtUp += 1;
        },
      });
    }
  });
  const read = <Name extends keyof Omit<Desk, 'clickLast'>>(name: Name) =>
    application.evaluate((_electron, key) => (globalThis as WithDesk).desk[key], name) as Promise<Desk[Name]>;
  return {
    read,
    clickLast: () =>
      application.evaluate(() => {
        (globalThis as WithDesk).desk.clickLast();
      }),
  };
}

/** Where the user looks. Said, not done: the windows of all tests share the display's one focus. */
export async function lookAtWindow({ application }: Studio, isLooking: boolean): Promise<void> {
  await application.evaluate(({ BrowserWindow }, isFocused) => {
    for (const window of BrowserWindow.getAllWindows()) Object.assign(window, { isFocused: () => isFocused });
  }, isLooking);
}

/** Answers the next questions, or lets the system's own dialog stand (null); gives those that were asked since. */
export async function answerQuestions(
  { application }: Studio,
  answer: string | null,
  isChecked = false,
): Promise<() => Promise<Electron.MessageBoxOptions[]>> {
  await application.evaluate(
    ({ dialog }, { button, checkboxChecked }) => {
      const questions: Electron.MessageBoxOptions[] = [];
      Object.assign(globalThis, { questions });
      // The first call of an app finds the system's own; a later one would take an earlier answer for it.
      const kept = globalThis as unknown as { system?: typeof dialog.showMessageBox };
      const system = (kept.system ??= dialog.showMessageBox.bind(dialog));
      const showMessageBox = (window: Electron.BrowserWindow, options: Electron.MessageBoxOptions) => {
        const { signal, ...asked } = options;
        questions.push(asked);
        if (button === null) return system(window, options);
        return Promise.resolve({
          response: (asked.buttons ?? []).indexOf(button),
          checkboxChecked,
          aborted: signal?.aborted,
        });
      };
      Object.assign(dialog, { showMessageBox });
    },
    { button: answer, checkboxChecked: isChecked },
  );
  return () =>
    application.evaluate(
      () => (globalThis as unknown as { questions: Electron.MessageBoxOptions[] }).questions,
    );
}

/** Closes the window as the button in its corner does; for Electron the two are the same. */
export async function closeWindow({ application }: Studio): Promise<void> {
  await application.evaluate(({ BrowserWindow }) => {
    // Later, so that the answer to this call is out before the app may end.
    setTimeout(() => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().endsWith('/index.html'))
        ?.close();
    });
  });
}
