import type { AlsoServed } from '@lianxi/schema/views/office'

/** Under which other names the figure is said at once, so that nobody looks for them. */
export const alsoServed = (serves: readonly AlsoServed[]): string =>
  `一并报送 ${serves.map(({ name, planName }) => `${name}（${planName}）`).join('、')}`
