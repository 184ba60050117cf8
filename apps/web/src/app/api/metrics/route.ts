import { getDeps } from '@/server/deps'
import { answerMetrics } from '@/server/answer-metrics'

export const dynamic = 'force-dynamic'

export const GET = (request: Request): Promise<Response> => answerMetrics(request, getDeps())
