// After a page has come: a page for the time without a network, and a word when the club was built anew.
const hour = 60 * 60 * 1000;
const own = document.documentElement.dataset.build;
const bar = document.getElementById('new-build');
let asked = Date.now();
/** The build that the reader wants to hear of no more. */
let declined;

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/service-worker.js').catch(() => {
    // Private windows and the like: the browser's own page will do.
  });
}

bar?.addEventListener('click', ({ target }) => {
  const { value } = target.closest('button') ?? {};
  if (value === 'load') location.reload();
  if (value === 'later') bar.hidden = true;
});

document.addEventListener('visibilitychange', () => void lookForBuild());
window.addEventListener('online', () => void lookForBuild(0));
setInterval(() => void lookForBuild(), hour);

async function lookForBuild(every = hour) {
  if (document.hidden || !own || !bar || Date.now() - asked < every) return;
  asked = Date.now();
  const answer = await fetch('/build.txt', { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) return;
  const build = (await answer.text()).trim();
  if (build === own || build === declined) return;
  declined = build;
  bar.hidden = false;
}
