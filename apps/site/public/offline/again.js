// The address is still that of the page which was wanted.
addEventListener('online', () => location.reload());
