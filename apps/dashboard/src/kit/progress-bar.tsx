/** Achieved against planned: solid fill, hatching to the plan, a tick at the plan. Says nothing to screen readers: the words beside it do. */
export function ProgressBar({ achieved, planned }: { achieved: number; planned: number | null }) {
  const plan = planned ?? 0
  const hatch = 'repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 5px)'
  return (
    <div aria-hidden style={{ position: 'relative', height: 8, background: 'var(--track)', borderRadius: 2, flex: 1, minWidth: 60 }}>
      <div style={{ position: 'absolute', inset: 0, width: `${achieved * 100}%`, background: 'var(--data)', borderRadius: 2 }} />
      {plan > achieved ? (
        <div style={{ position: 'absolute', top: 0, bottom: 0, left: `${achieved * 100}%`, width: `${(plan - achieved) * 100}%`, background: hatch }} />
      ) : null}
      {planned === null ? null : (
        <div style={{ position: 'absolute', top: -3, bottom: -3, left: `calc(${plan * 100}% - 1px)`, width: 2, background: 'var(--ink)' }} />
      )}
    </div>
  )
}
