type RangeLineProps = { low: number; high: number; value: number; standard: number };

/** The declared range as a line, with the value in force and, where it differs, the default as a tick. */
export function RangeLine({ low, high, value, standard }: RangeLineProps) {
  const x = (at: number) => `${(((at - low) / (high - low)) * 100).toFixed(2)}%`;
  return (
    <div className="threshold-range">
      <svg height="14" role="img" aria-label={`From ${low} to ${high}; now ${value}, by default ${standard}.`}>
        <line className="threshold-range-rail" x1="0%" x2="100%" y1="7" y2="7" />
        <line className="threshold-range-standard" x1={x(standard)} x2={x(standard)} y1="1" y2="13" />
        <circle className="threshold-range-dot" cx={x(value)} cy="7" r="4.5" />
      </svg>
      <p className="quiet threshold-range-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </div>
  );
}
