import type { ReactNode } from 'react';

/** Drawings on a 20 × 20 grid with a 1.5 stroke, in the colour of the words around them. */
const DRAWINGS = {
  shelf: (
    <>
      <path d="M4 3.5h3v13H4zM7 3.5h3v13H7z" />
      <path d="m11.3 4.7 2.8-.8 3.1 12-2.8.7z" />
    </>
  ),
  search: (
    <>
      <circle cx="8.8" cy="8.8" r="5.3" />
      <path d="m12.8 12.8 4 4" />
    </>
  ),
  bookmark: <path d="M5.5 3.5h9v13L10 13.2 5.5 16.5z" />,
  names: (
    <>
      <circle cx="10" cy="6.8" r="3.1" />
      <path d="M3.8 16.8c.6-3.5 3-5.3 6.2-5.3s5.6 1.8 6.2 5.3" />
    </>
  ),
  table: (
    <>
      <path d="M3.5 4.5h13v11h-13z" />
      <path d="M3.5 8.200h13M3.500 11.800h13M8.500 4.500v11" />
    </>
  ),
  settings: (
    <>
      <path d="M3.5 6h8M15.5 6h1M3.5 14h1M8.5 14h8" />
      <circle cx="13.5" cy="6" r="1.9" />
      <circle cx="6.5" cy="14" r="1.9" />
    </>
  ),
  import: <path d="M10 3.5v8.6m-3.4-3.3L10 12.2l3.4-3.4M3.5 13v3.5h13V13" />,
  export: <path d="M10 12.2V3.600m-3.400 3.300L10 3.500l3.400 3.400M3.5 13v3.500h13V13" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  check: <path d="m4.2 10.6 3.9 3.9 7.7-8.7" />,
  edit: <path d="m4 16 .8-3.4 8.7-8.7 2.6 2.6-8.7 8.7zM11.8 5.6l2.6 2.6" />,
  reject: (
    <>
      <circle cx="10" cy="10" r="6.4" />
      <path d="m5.6 14.4 8.8-8.8" />
    </>
  ),
  more: (
    <>
      <circle cx="4.8" cy="10" r=".8" />
      <circle cx="10" cy="10" r=".8" />
      <circle cx="15.2" cy="10" r=".8" />
    </>
  ),
  panel: (
    <>
      <path d="M3.5 4.5h13v11h-13z" />
      <path d="M12 4.5v11" />
    </>
  ),
  menu: <path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13" />,
  keyboard: (
    <>
      <path d="M2.8 5.5h14.4v9H2.8z" />
      <path d="M5.6 8.3h.1M8.5 8.3h.1M11.4 8.3h.1M14.3 8.3h.1M6.5 11.7h7" />
    </>
  ),
  doubt: <path d="M7 7.3c.1-1.9 1.4-3 3.1-3 1.8 0 3 1.1 3 2.7 0 2.4-3.1 2.4-3.1 5M10 15.6h.05" />,
  undo: <path d="M7.4 4 3.9 7.4l3.5 3.5M4.2 7.4h7.3c2.6 0 4.5 1.8 4.5 4.2s-1.9 4.2-4.5 4.2H8" />,
  redo: <path d="m12.6 4 3.5 3.4-3.5 3.5m3.2-3.5H8.5C5.9 7.4 4 9.2 4 11.600s1.9 4.2 4.5 4.200H12" />,
  copy: (
    <>
      <path d="M7 7h9.500v9.500H7z" />
      <path d="M13 7V3.500H3.500V13H7" />
    </>
  ),
  quote: (
    <path d="M8.2 5.500C5.600 6.600 4.300 8.600 4.300 11.300v3.200h4v-4h-2M16 5.500c-2.600 1.100-3.900 3.100-3.900 5.800v3.200h4v-4h-2" />
  ),
  down: <path d="m5 7.5 5 5 5-5" />,
  sort: <path d="M4 5.5h12M4 10h8M4 14.5h4.5" />,
  up: <path d="m5 12.5 5-5 5 5" />,
  mend: <path d="M16.5 3.5 8 12m-4.5 4.5 2.9-2.900M12 8l4.5 8.500M3.5 3.5 8 8" />,
  plus: <path d="M10 4v12M4 10h12" />,
  warning: <path d="M10 3.5 17.5 16.500h-15zM10 8.500v3.600M10 14.400h.05" />,
  original: (
    <>
      <path d="M4.5 3.500h11v13h-11z" />
      <path d="M7 7h6M7 9.700h6M7 12.400h3.5" />
    </>
  ),
  back: <path d="M16 10H4.500m4.7-4.700L4.5 10l4.7 4.7" />,
  forward: <path d="M4 10h11.5m-4.7-4.700 4.700 4.700-4.700 4.700" />,
  swap: <path d="M4 7h11.5m-3.500-3.500L15.500 7 12 10.500M16 13.500H4.500M8 10l-3.500 3.500L8 17" />,
  calendar: <path d="M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500" />,
  tag: <path d="M3.500 3.500h6l7 7-6 6-7-7zM6.800 6.800h.05" />,
  trash: <path d="M4 6h12M8 6V3.800h4V6m-6.5 0 .7 10.500h7.600L14.5 6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** Decoration beside words or within a button that has its own name; never read aloud. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
