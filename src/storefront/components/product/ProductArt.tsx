import type { PublicProduct } from '../../shop'

type Kind = PublicProduct['kind']

/** One line drawing per kind, on a 96 × 64 sheet. */
const drawings: Record<Kind, string> = {
  'cloud-server':
    'M30 44h36a10 10 0 0 0 2-19.8A16 16 0 0 0 37 21a12 12 0 0 0-7 23Zm10 8v4m8-4v4m8-4v4',
  colocation:
    'M32 8h32v48H32zM38 15h20v7H38zm0 12h20v7H38zm0 12h20v7H38zM42 18.5h2m-2 12h2m-2 12h2',
  consulting:
    'M22 14h32a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4H36l-9 7v-7h-5a4 4 0 0 1-4-4V18a4 4 0 0 1 4-4Zm42 10h10a4 4 0 0 1 4 4v14a4 4 0 0 1-4 4h-3v7l-9-7H50M28 22h18m-18 6h11',
  'dedicated-server': 'M22 12h52v16H22zm0 22h52v16H22zM30 20h2m6 0h2m18 0h10M30 42h2m6 0h2m18 0h10',
  'security-analysis': 'M48 8 70 16v15c0 13-9 21-22 26-13-5-22-13-22-26V16l22-8Zm-9 23 7 7 12-14',
  template:
    'M20 12h56v40H20zM20 22h56M25 17h1m4 0h1m4 0h1M28 30h18v14H28zm26 0h14m-14 7h14m-14 7h8',
  vps: 'M48 8 74 20 48 32 22 20 48 8Zm-26 23 26 12 26-12M22 42l26 12 26-12',
}

/** The picture of a product that has none: a line drawing of its kind. Decorative. */
export function ProductArt({ kind }: { kind: Kind }) {
  return (
    <div className="grid h-full place-items-center bg-brand-soft text-brand">
      <svg
        aria-hidden="true"
        className="w-3/5 max-w-52"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="1.75"
        viewBox="0 0 96 64"
      >
        <path d={drawings[kind]} />
      </svg>
    </div>
  )
}
