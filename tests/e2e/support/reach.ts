/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/**
 * What cannot be used because of the window's size: what scrolls sideways, what reaches over the window's sides, and
 * controls of what is in front of which no part that is large enough can be scrolled into sight.
 */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const tolerance = 1;
    const nameOf = (element: Element): string =>
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40)} ${element.className}`;
    const scrollsSideways = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element);
      return (
        (element === document.scrollingElement || overflowX === 'auto' || overflowX === 'scroll') &&
        element.scrollWidth > element.clientWidth + tolerance
      );
    };
    /** What is left of it after every part around it has cut off its own. */
    const seen = (element: Element): { width: number; height: number } => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      const cut = (box: { left: number; top: number; right: number; bottom: number }): void => {
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      };
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).overflow !== 'visible') cut(at.getBoundingClientRect());
        if (at.matches('dialog, [popover]')) break;
      }
      cut({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
      return { width: right - left, height: bottom - top };
    };
    const front =
      [...document.querySelectorAll(':popover-open')].at(-1) ??
      [...document.querySelectorAll('dialog[open]')].at(-1) ??
      document.body;
    const controls = [
      ...front.querySelectorAll('button, input, select, textarea, a[href], summary, [role=option]'),
    ];
    const shown = controls.filter((control) => {
      const { width, height } = control.getBoundingClientRect();
      return (
        control.checkVisibility() && control.closest('.visually-hidden') === null && width > 2 && height > 2
      );
    });
    const wide = [...document.querySelectorAll('*')]
      .filter(scrollsSideways)
      .map((each) => `sideways: ${nameOf(each)}`);
    const over = [front, ...front.querySelectorAll('*')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return (
          width > 2 &&
          element.closest('.visually-hidden, svg, [aria-hidden=true]') === null &&
          !element.matches('img') &&
          (left < -tolerance || right > innerWidth + tolerance)
        );
      })
      .map((each) => `over the side: ${nameOf(each)}`);
    const lost = shown
      .filter((control) => {
        control.scrollIntoView({ block: 'nearest' });
        const { width, height } = control.getBoundingClientRect();
        const visible = seen(control);
        return (
          visible.width < Math.min(width, 24) - tolerance || visible.height < Math.min(height, 24) - tolerance
        );
      })
      .map((each) => `cut off: ${nameOf(each)}`);
    return [...wide, ...over, ...lost];
  });
}
