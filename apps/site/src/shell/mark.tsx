/** The club's mark: king, queen and jack held as a fan, a trellis on the face of the first. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="11" fill="var(--felt)" />
      <g stroke="var(--felt)" strokeWidth="1.2" fill="#fbf7ea">
        <rect x="15.5" y="9" width="17" height="25" rx="2.6" transform="rotate(-22 24 42)" />
        <rect x="15.5" y="9" width="17" height="25" rx="2.6" transform="rotate(22 24 42)" />
        <rect x="15.5" y="9" width="17" height="25" rx="2.6" />
      </g>
      <path
        d="M18.500 12l11 11m0-11-11 11m0-4 8 12m3-12-8 12M18.500 23l7 8m4-8-7 8"
        stroke="#b98a2f"
        strokeWidth="1.5"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
