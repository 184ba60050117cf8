import { getDeps } from '@/server/deps'
import { handleAuth } from '@/server/login'

export const dynamic = 'force-dynamic'

const handler = (request: Request): Promise<Response> => handleAuth(request, getDeps())

export { handler as GET, handler as POST }
