import { environment } from '../env'
import { isPortFree } from '../ports'
import { Refusal } from '../refusal'

/** The web's port is the one address people know, so it is never silently another one. */
export async function requireWebPort(): Promise<void> {
  const { PORT } = environment
  if (await isPortFree(PORT)) return
  throw new Refusal(
    `端口 ${PORT} 已被其他程序占用。请先停止该程序，或换一个端口：PORT=${PORT + 1} npm start` +
      `\nPort ${PORT} is in use by another program: stop it, or choose another port: PORT=${PORT + 1} npm start`,
  )
}
