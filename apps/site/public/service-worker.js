// Serves the page that says that there is no network, and shows what comes by push. Everything else comes from the club, as it is now.
importScripts('/notices/sentence.js');

const cacheName = 'offline-2';
const languages = ['en', 'ru', 'es'];
const page = (language) => `/offline/${language}.html`;
const words = (language) => `/notices/${language}.json`;
const kept = [
  ...languages.map(page),
  ...languages.map(words),
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

self.addEventListener('push', (event) => event.waitUntil(show(event.data.json())));

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** What comes by push, in the language of the device. */
async function show(notice) {
  const { path, topic, language } = notice;
  const own = words(languages.includes(language) ? language : 'en');
  const answer = (await caches.match(own)) ?? (await fetch(own));
  await self.registration.showNotification(noticeSentence(await answer.json(), notice), {
    ...{ tag: topic, icon: '/icons/192.png', lang: language, data: { path } },
  });
}

/** A page of the club that is open already goes there; else a new one. Only ever a page of the club. */
async function open(path) {
  const url = new URL(path, self.location.origin);
  if (url.origin !== self.location.origin) return;
  const pages = await self.clients.matchAll({ type: 'window' });
  const there = pages.find((each) => new URL(each.url).pathname === url.pathname);
  if (there) await there.focus();
  else await self.clients.openWindow(url.href);
}
