export type Paced<News> = { say: (news: News) => void; stop: () => void }

/**
 * Tells the first of some news at once, and of those that come within `pauseMs` after it only the last, when the pause
 * is over. The pause is asked for each time something was told.
 */
export function paced<News>(tell: (news: News) => void, pauseMs: () => number): Paced<News> {
  let pause: NodeJS.Timeout | undefined
  let waiting: { news: News } | undefined
  const over = () => {
    pause = undefined
    if (waiting !== undefined) say(waiting.news)
  }
  const say = (news: News) => {
    waiting = undefined
    tell(news)
    pause = setTimeout(over, pauseMs())
  }
  return {
    say: (news) => {
      if (pause === undefined) say(news)
      else waiting = { news }
    },
    stop: () => clearTimeout(pause),
  }
}
