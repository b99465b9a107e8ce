/** King, queen and jack of one suit, held as a fan: the trellis that the club is named after. */
export function CardFan({ className }: { className?: string | undefined }) {
  const cards = [
    { rank: 'J', turn: -17, x: -54 },
    { rank: 'Q', turn: 0, x: 0 },
    { rank: 'K', turn: 17, x: 54 },
  ];
  return (
    <svg className={className} viewBox="-205 -132 410 288" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="lattice"
          width="15"
          height="15"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0H15M0 0V15" stroke="#c79a3f" strokeWidth="1.2" fill="none" opacity="0.75" />
        </pattern>
      </defs>
      {cards.map(({ rank, turn, x }) => (
        <g key={rank} transform={`translate(${x} ${Math.abs(x) / 5}) rotate(${turn} 0 160)`}>
          <rect
            x="-72"
            y="-108"
            width="144"
            height="216"
            rx="13"
            fill="#fffdf5"
            stroke="#0b2a20"
            strokeOpacity="0.35"
            strokeWidth="1.5"
          />
          <rect
            x="-46"
            y="-82"
            width="92"
            height="164"
            rx="6"
            fill="url(#lattice)"
            stroke="#c79a3f"
            strokeWidth="1.4"
          />
          <circle r="34" fill="#fffdf5" stroke="#c79a3f" strokeWidth="1.4" />
          <text
            y="15"
            textAnchor="middle"
            fontSize="44"
            fontWeight="600"
            fill="#17493a"
            fontFamily="var(--font-display)"
          >
            {rank}
          </text>
          <Corner rank={rank} />
          <g transform="rotate(180)">
            <Corner rank={rank} />
          </g>
        </g>
      ))}
    </svg>
  );
}

function Corner({ rank }: { rank: string }) {
  return (
    <g transform="translate(-59 -86)" fill="#1d2a24">
      <text textAnchor="middle" fontSize="21" fontWeight="650" fontFamily="var(--font-display)">
        {rank}
      </text>
      <path
        transform="translate(0 13) scale(0.62)"
        d="M0-13C4-6 13-1 13 7c0 5-4 8-8 8-2 0-3-1-4-2 0 4 1 6 3 8h-8c2-2 3-4 3-8-1 1-2 2-4 2-4 0-8-3-8-8C-13-1-4-6 0-13Z"
      />
    </g>
  );
}
