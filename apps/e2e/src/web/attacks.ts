/** Twenty and more origins that are not the club's, most of them nearly. */
export function foreignOrigins(url: string): readonly string[] {
  const { host, hostname, port } = new URL(url);
  return [
    ...[
      'null',
      'https://evil.example',
      'http://evil.example',
      `https://${host}`,
      `http://${hostname}`,
    ],
    ...[
      `http://${hostname}:${Number(port) + 1}`,
      `http://${hostname}.evil.example:${port}`,
      `http://evil${host}`,
    ],
    ...[
      `http://${hostname}.:${port}`,
      `http://www.${host}`,
      `http://${host}/`,
      `http://${host}@evil.example`,
    ],
    ...[
      `http://evil.example#${host}`,
      `http://evil.example?${host}`,
      `http://${hostname.toUpperCase()}:${port}`,
    ],
    ...[
      `ws://${host}`,
      `http://${host}, https://evil.example`,
      `https://evil.example, http://${host}`,
      'file://',
    ],
    ...[host, `http://${hostname}x:${port}`, `http://0.0.0.0:${port}`, 'chrome-extension://abcdef'],
  ];
}

/** Thirty and more cookies that are nearly the victim's. */
export function cookieMutations(cookie: string): readonly string[] {
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  const [text = '', signature = ''] = value.split('.');
  const encoded = (data: unknown) => Buffer.from(JSON.stringify(data)).toString('base64url');
  const [id, player, since] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
  const values = [
    ...[
      '',
      text,
      `${text}.`,
      `.${signature}`,
      '.',
      `${text}.${signature}.`,
      `${signature}.${text}`,
    ],
    ...[`${text}.${signature.slice(0, -1)}`, `${text}.${signature}A`, `${text}.${signature}=`],
    ...[`${text}.${signature.toLowerCase()}`, `${text}.${'A'.repeat(signature.length)}`],
    ...[
      `${text}.${Buffer.from(signature, 'base64url').toString('hex')}`,
      `${text.slice(0, -4)}.${signature}`,
    ],
    ...[
      `${text}AAAA.${signature}`,
      `${text}==.${signature}`,
      `${text} .${signature}`,
      `%00${text}.${signature}`,
    ],
    ...[
      `${encoded([id, 'somebody-else', since])}.${signature}`,
      `${encoded([id, player, 0])}.${signature}`,
    ],
    ...[
      `${encoded([id, player, Number(since) + 1])}.${signature}`,
      `${encoded({ player })}.${signature}`,
    ],
    ...[
      `${encoded({ alg: 'none' })}.${encoded({ player })}.`,
      encoded([id, player, since]),
      String(player),
    ],
    ...[
      `${encoded(null)}.${signature}`,
      `${'A'.repeat(6000)}.${signature}`,
      `%E0%A4%A.${signature}`,
    ],
    ...[
      JSON.stringify({ player }),
      `s:${text}.${signature}`,
      `j:${JSON.stringify([id, player, since])}`,
    ],
  ];
  return [
    ...values.map((each) => `${name}=${each}`),
    `${name.toUpperCase()}=${value}x`,
    `x${name}=${value}`,
    `__Host-${name}=${value}`,
    `${name}=x; ${name}=${value.slice(0, -1)}`,
    `trellis-attempt=${value}`,
  ];
}

/** Forty and more ways to write an address of another site that a careless check lets pass. */
export const redirects: readonly string[] = [
  ...[
    '//evil.example',
    '///evil.example',
    '////evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
  ],
  ...[
    '/\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '\t//evil.example',
    ' //evil.example',
  ],
  ...[
    '/ /evil.example',
    '/%09/evil.example',
    '/%2f%2fevil.example',
    '/%2Fevil.example',
    '%2f%2fevil.example',
  ],
  ...[
    '/%5cevil.example',
    '/%255cevil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/../evil.example/..//',
  ],
  ...[
    'https:evil.example',
    'https:/evil.example',
    'https://evil.example',
    'hTTps://evil.example',
    'http://evil.example',
  ],
  ...[
    '//evil.example@localhost',
    '//localhost@evil.example',
    'http://localhost@evil.example',
    '/@evil.example',
    '@evil.example',
  ],
  ...[
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
  ],
  ...[
    '//evil%E3%80%82example',
    '//evil。example',
    '/\u2215evil.example',
    '/\uff0f/evil.example',
    '//[::1]/',
    '//0x7f.1/',
    '///',
  ],
  ...[
    '/tables/1\r\nLocation: https://evil.example',
    '/tables/1%0d%0aSet-Cookie:%20x=1',
    '/?next=//evil.example',
    '/#//evil.example',
    '/auth/google?returnTo=//evil.example',
  ],
  ...[
    'https://evil.example/tables/1',
    '//localhost:1/',
    '/halls\\..\\..\\evil.example',
    '/.evil.example',
    'evil.example',
  ],
];

/** Twelve and more spellings of one address. */
export function pathVariants(path: string): readonly string[] {
  const [, top = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  const first = `%${top.charCodeAt(0).toString(16)}${top.slice(1)}`;
  return [
    ...[
      `${path}/`,
      `/${path}`,
      `${path}//`,
      `/${top}//${tail}`,
      `/${top}/./${tail}`,
      `/x/../${top}/${tail}`,
    ],
    ...[
      `/${top.toUpperCase()}/${tail}`,
      `/${top}/${tail.toUpperCase()}`,
      `/${first}/${tail}`,
      `/${top}%2f${tail}`,
    ],
    ...[
      `${path};a=b`,
      `/${top};a=b/${tail}`,
      `${path}%00`,
      `${path}%20`,
      `${path}.json`,
      `${path}?x=/rules`,
      `${path}#x`,
    ],
    ...[
      `/${top}\\${tail}`,
      `/_next/../${top}/${tail}`,
      `/%2e/${top}/${tail}`,
      `/en/${top}/${tail}`,
      `${path}..;/`,
    ],
  ];
}
