// Runs before the first paint: the chosen theme, and whether to expect a signed-in person in the header.
try {
  var root = document.documentElement;
  var theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (localStorage.getItem('member')) root.dataset.member = '';
} catch {
  // Storage is switched off: the system's theme it is.
}

// Nothing of it is needed to see the page.
addEventListener('load', function () {
  import('/club.js');
});
