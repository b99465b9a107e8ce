// Serves one thing: the page that says that there is no network. Everything else comes from the club, as it is now.
const cacheName = 'offline-1';
const languages = ['en', 'ru', 'es'];
const page = (language) => `/offline/${language}.html`;
const kept = [
  ...languages.map(page),
  '/offline/again.js',
  '/unavailable/unavailable.css',
  '/icon.svg',
];

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(kept)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
      // The club is asked while the worker is still waking.
      await self.registration.navigationPreload?.enable();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { mode, url } = event.request;
  if (mode === 'navigate') event.respondWith(fromClub(event).catch(offline));
  else if (kept.includes(new URL(url).pathname))
    event.respondWith(fetch(event.request).catch(() => caches.match(new URL(url).pathname)));
});

async function fromClub({ request, preloadResponse }) {
  return (await preloadResponse) ?? fetch(request);
}

async function offline() {
  const wanted = navigator.languages.map((each) => each.slice(0, 2));
  const language = wanted.find((each) => languages.includes(each)) ?? 'en';
  return (await caches.match(page(language))) ?? Response.error();
}
