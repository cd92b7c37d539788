import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** The mark: a hull line on a level. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 24" width="32" height="24" aria-hidden="true" focusable="false">
      <path d="M2 8h28" />
      <path d="M6 8c1.2 8 5 12 10 12s8.800-4 10-12" />
      <circle cx="16" cy="3" r="2" />
    </svg>
  );
}

export const TodayIcon = () => (
  <Icon>
    <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
    <path d="m9 15 2 2 4-4" />
  </Icon>
);

export const BalanceIcon = () => (
  <Icon>
    <path d="M12 3v18M12 7H5v4h7M12 13h8v4h-8" />
  </Icon>
);

export const TeamsIcon = () => (
  <Icon>
    <circle cx="6" cy="7" r="3" />
    <circle cx="18" cy="7" r="3" />
    <circle cx="12" cy="18" r="3" />
    <path d="M9 7h6M7.500 9.700l3 5.500M16.500 9.700l-3 5.500" />
  </Icon>
);

export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="8" r="3.500" />
    <path d="M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 5a3.500 3.500 0 0 1 0 6.500M18 14.500c2 .8 3.200 2.600 3.500 5.500" />
  </Icon>
);

export const PlanIcon = () => (
  <Icon>
    <path d="M3 20h18M4 16c5 0 6-3 9-6s4-4 7-4.500" />
    <path d="M16 4.500l4.500.7-1.800 4.200" />
  </Icon>
);

export const MeIcon = () => (
  <Icon>
    <circle cx="12" cy="8" r="4" />
    <path d="M4.500 20.500c.6-4.500 3.500-6.500 7.500-6.500s6.900 2 7.500 6.500" />
  </Icon>
);

export const GearIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="12" r="2" />
    <circle cx="13" cy="17" r="2" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M15 5l-7 7 7 7" />
  </Icon>
);
