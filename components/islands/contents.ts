/** Marks in `<nonmun-contents>` the heading that is being read: the last one above a third of the window. */
export function followReading(): void {
  customElements.define(
    'nonmun-contents',
    class extends HTMLElement {
      connectedCallback(): void {
        const links = [...this.querySelectorAll('a')];
        const entries = links.flatMap((link) => {
          const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
          return heading === null ? [] : [{ link, heading }];
        });
        let current: HTMLAnchorElement | undefined;
        let due = false;

        const update = (): void => {
          due = false;
          const line = innerHeight / 3;
          const found = entries.findLast(({ heading }) => heading.getBoundingClientRect().top <= line)?.link;
          if (found === current) return;
          current?.removeAttribute('aria-current');
          found?.setAttribute('aria-current', 'location');
          current = found;
          if (found !== undefined && this.scrollHeight > this.clientHeight) {
            this.scrollTop = found.offsetTop - this.clientHeight / 2;
          }
        };
        const schedule = (): void => {
          if (due) return;
          due = true;
          requestAnimationFrame(update);
        };
        addEventListener('scroll', schedule, { passive: true });
        addEventListener('resize', schedule, { passive: true });
        update();
      }
    },
  );
}
