const shapes = {
  first: 'M6 5v14M19 5l-9 7 9 7',
  back: 'M16 5l-9 7 9 7',
  play: 'M7 4l13 8-13 8z',
  pause: 'M7 5h3v14H7zM14 5h3v14h-3z',
  forward: 'M8 5l9 7-9 7',
  last: 'M18 5v14M5 5l9 7-9 7',
};

/** The sign on a button of the replay; the button says the word. */
export function Icon({ of }: { of: keyof typeof shapes }) {
  const solid = of === 'play' || of === 'pause';
  return (
    <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={shapes[of]}
        fill={solid ? 'currentColor' : 'none'}
        stroke={solid ? 'none' : 'currentColor'}
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
